package org.sitewatch.cli;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Who runs the jobs. Names no Spark class, so that help is quick. */
final class SparkOptions {
  private static final Pattern KNOWN_MASTER =
      Pattern.compile(
          "local(\\[(\\*|[1-9][0-9]*)(,[1-9][0-9]*)?])?|local-cluster\\[.+]|spark://.+|k8s://.+|yarn");

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = {
        "Spark master: local[*], spark://HOST:PORT, yarn or k8s://URL",
        "(default: local[*] for a large plan; a small one needs no Spark)."
      })
  private String master;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Threads without Spark or of a local master, 0 = one a core (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--spark-conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.executor.memory=4g; again for another.")
  private Map<String, String> settings = Map.of();

  /** Who runs the jobs of a command; opens nothing yet. */
  JobSession session(Log log) {
    return new JobSession(master(), threads(), settings(), log);
  }

  /** Settings of Spark that were named. */
  Map<String, String> settings() {
    for (String key : settings.keySet()) {
      if (!key.startsWith("spark.")) {
        throw SharedOptions.usage(
            "--spark-conf must be like spark.executor.memory=4g, got '" + key + "'");
      }
    }
    return settings;
  }

  /** The master that was named, with the threads put in. */
  Optional<String> master() {
    if (master == null) {
      return Optional.empty();
    }
    if (!KNOWN_MASTER.matcher(master).matches()) {
      throw SharedOptions.usage(
          "--master must be local[N], spark://HOST:PORT, yarn or k8s://URL, got '" + master + "'");
    }
    boolean local = threads > 0 && master.startsWith("local");
    return Optional.of(local ? "local[" + threads() + "]" : master);
  }

  /** At least 1. */
  int threads() {
    if (threads < 0) {
      throw SharedOptions.usage("--threads must be >= 0, got " + threads);
    }
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }
}
