package org.sitewatch.cli;

import java.util.SortedMap;
import org.sitewatch.detect.Period;
import org.sitewatch.report.rank.PatrolPlan;
import picocli.CommandLine.Option;

/** How many alerts can be visited; it may also stand in the settings file. */
final class PatrolOption {
  private static final String SETTING = "alerts_per_week";

  @Option(
      names = "--alerts-per-week",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Alerts a patrol can visit a week: marks where its week ends in the ranked list,",
        "hides nothing; 0 = no limit (default: ${DEFAULT-VALUE})."
      })
  private int alertsPerWeek;

  /** Puts what a run's report hangs on; a run without a limit knows no such setting. */
  void putInto(SortedMap<String, String> settings) {
    if (alertsPerWeek < 0 || alertsPerWeek > PatrolPlan.MOST_A_WEEK) {
      throw SharedOptions.usage(
          "--alerts-per-week must be 0 to %d, got %d"
              .formatted(PatrolPlan.MOST_A_WEEK, alertsPerWeek));
    }
    if (alertsPerWeek > 0) {
      settings.put(SETTING, Integer.toString(alertsPerWeek));
    }
  }

  /** What {@link #putInto} has put. */
  static PatrolPlan plan(SortedMap<String, String> settings, Period period) {
    return PatrolPlan.of(Integer.parseInt(settings.getOrDefault(SETTING, "0")), period);
  }
}
