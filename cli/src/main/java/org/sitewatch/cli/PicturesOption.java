package org.sitewatch.cli;

import java.util.SortedMap;
import org.sitewatch.report.chips.ChipStudio;
import picocli.CommandLine.Option;

/** How many disturbances are pictured; it may also stand in the settings file. */
final class PicturesOption {
  private static final String SETTING = "pictures_max";

  @Option(
      names = "--pictures-max",
      paramLabel = "N",
      defaultValue = "100",
      description = {
        "Disturbances to keep pictures and looks of, the first in rank that are new or alive;",
        "0 = none (default: ${DEFAULT-VALUE})."
      })
  private int picturesMax;

  /** Puts what a run's report hangs on. */
  void putInto(SortedMap<String, String> settings) {
    if (picturesMax < 0 || picturesMax > ChipStudio.MOST) {
      throw SharedOptions.usage(
          "--pictures-max must be 0 to %d, got %d".formatted(ChipStudio.MOST, picturesMax));
    }
    settings.put(SETTING, Integer.toString(picturesMax));
  }

  /** What {@link #putInto} has put; none for a detection of before there were pictures. */
  static int most(SortedMap<String, String> settings) {
    return Integer.parseInt(settings.getOrDefault(SETTING, "0"));
  }
}
