package org.sitewatch.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where Spark runs. Names no Spark class, so that help is quick. */
final class SparkOptions {
  private static final Pattern KNOWN_MASTER =
      Pattern.compile(
          "local(\\[(\\*|[1-9][0-9]*)(,[1-9][0-9]*)?])?|local-cluster\\[.+]|spark://.+|k8s://.+|yarn");

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master (default: ${DEFAULT-VALUE}).")
  private String master;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "Threads of a local master, 0 = one a core (default: ${DEFAULT-VALUE}).")
  private int threads;

  /** The master with the threads put in. */
  String master() {
    if (threads < 0) {
      throw SharedOptions.usage("--threads must be >= 0, got " + threads);
    }
    if (!KNOWN_MASTER.matcher(master).matches()) {
      throw SharedOptions.usage(
          "--master must be local[N], spark://HOST:PORT, yarn or k8s://URL, got '" + master + "'");
    }
    return threads > 0 && master.startsWith("local") ? "local[" + threads + "]" : master;
  }
}
