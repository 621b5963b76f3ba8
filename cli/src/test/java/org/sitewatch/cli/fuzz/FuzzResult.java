package org.sitewatch.cli.fuzz;

import java.util.List;

/**
 * What came of one target.
 *
 * @param slowest_ms CPU time of the slowest input
 * @param most_mb memory that the greediest input took, in all
 * @param findings one of each kind
 */
record FuzzResult(
    String target,
    long executions,
    long taken,
    long refused,
    double cpu_s,
    double slowest_ms,
    double most_mb,
    List<Finding> findings) {

  FuzzResult {
    findings = List.copyOf(findings);
  }

  /**
   * @param number of the first execution that showed it
   * @param times how often it was seen
   */
  record Finding(long number, String what, int times) {}

  static String heading() {
    return "%-10s %10s %10s %10s %8s %10s %8s  %s"
        .formatted(
            "target",
            "executions",
            "taken",
            "refused",
            "CPU s",
            "slowest ms",
            "most MB",
            "findings");
  }

  String line() {
    return "%-10s %10d %10d %10d %8.1f %10.1f %8.1f  %d"
        .formatted(target, executions, taken, refused, cpu_s, slowest_ms, most_mb, findings.size());
  }
}
