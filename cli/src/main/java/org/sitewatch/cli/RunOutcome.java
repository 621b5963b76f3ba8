package org.sitewatch.cli;

import java.nio.file.Path;
import org.sitewatch.report.RunReport;
import org.sitewatch.report.RunSummary;
import org.sitewatch.sites.ExitCode;

/**
 * How a run ended.
 *
 * @param directory of the committed run
 */
record RunOutcome(Path directory, RunReport report, RunSummary summary) {

  String toJson() {
    return summary.json(directory.toString());
  }

  /**
   * @param unread whether a scene could not be read, also one of the history that the ledger of
   *     this period does not name
   */
  ExitCode exitCode(boolean unread, boolean exitOnAlerts) {
    boolean partial =
        unread
            || report.ledger().stream()
                .anyMatch(entry -> entry.looks().failed() > 0 || entry.state().isFailure());
    if (partial) {
      return ExitCode.PARTIAL;
    }
    boolean alerts =
        report.ranked().stream().anyMatch(ranked -> ranked.disturbance().alert().isNew());
    return exitOnAlerts && alerts ? ExitCode.NEW_ALERTS : ExitCode.DONE;
  }
}
