package org.sitewatch.cli;

import java.util.SortedMap;
import org.sitewatch.report.json.FixedDecimals;
import picocli.CommandLine.Option;

/** When what was put aside speaks again; it may also stand in the settings file. */
final class ReopenOption {
  private static final String SETTING = "reopen_growth_percent";
  private static final String STANDARD = "50";
  private static final double MOST_PERCENT = 1_000_000;
  private static final int DECIMALS = 3;

  @Option(
      names = "--reopen-growth-percent",
      paramLabel = "P",
      defaultValue = STANDARD,
      description = {
        "A disturbance that a verdict put aside comes back when its area has grown",
        "by P percent since (default: ${DEFAULT-VALUE})."
      })
  private double percent;

  /** Puts what a run's report hangs on; a run of the standard growth knows no such setting. */
  void putInto(SortedMap<String, String> settings) {
    if (!(percent >= 0 && percent <= MOST_PERCENT)) {
      throw SharedOptions.usage("--reopen-growth-percent must be 0 to 1000000, got " + percent);
    }
    if (percent != Double.parseDouble(STANDARD)) {
      settings.put(SETTING, FixedDecimals.of(percent, DECIMALS));
    }
  }

  /** What {@link #putInto} has put, as a share. */
  static double share(SortedMap<String, String> settings) {
    return Double.parseDouble(settings.getOrDefault(SETTING, STANDARD)) / 100;
  }
}
