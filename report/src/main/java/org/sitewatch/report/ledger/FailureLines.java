package org.sitewatch.report.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sitewatch.report.run.RunFiles;

/**
 * What could not be looked at, in the order it comes: a line a reason, as one broken image is that
 * of many sites; the first few only.
 */
public final class FailureLines {
  private static final int MOST_LINES = 20;
  private static final int MOST_NAMES = 5;

  private final Map<String, List<String>> sitesByReason = new LinkedHashMap<>();

  /**
   * @param whyNot as the ledger has it
   */
  public void add(String siteId, String whyNot) {
    sitesByReason.computeIfAbsent(whyNot, any -> new ArrayList<>()).add(siteId);
  }

  /** With a last line that tells of how many more sites there is something to tell. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    int untold = 0;
    for (Map.Entry<String, List<String>> one : sitesByReason.entrySet()) {
      if (lines.size() < MOST_LINES) {
        lines.add("failed: " + names(one.getValue()) + ": " + one.getKey());
      } else {
        untold += one.getValue().size();
      }
    }
    if (untold > 0) {
      lines.add("failed: " + untold + " more in " + RunFiles.COVERAGE);
    }
    return lines;
  }

  private static String names(List<String> sites) {
    String named =
        sites.stream()
            .limit(MOST_NAMES)
            .map(site -> "'" + site + "'")
            .collect(Collectors.joining(", "));
    if (sites.size() == 1) {
      return "site " + named;
    }
    int more = sites.size() - MOST_NAMES;
    return sites.size() + " sites, " + named + (more > 0 ? " and " + more + " more" : "");
  }
}
