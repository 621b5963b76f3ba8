package org.sitewatch.cli;

import picocli.CommandLine.Option;

/** Where Spark runs. Names no Spark class, so that help is quick. */
final class SparkOptions {

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
    return threads > 0 && master.startsWith("local") ? "local[" + threads + "]" : master;
  }
}
