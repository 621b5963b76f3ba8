package org.sitewatch.report.ledger;

import java.util.ArrayList;
import java.util.List;
import org.sitewatch.report.run.RunFiles;

/** What could not be looked at, a line a site in the order they come; the first few only. */
public final class FailureLines {
  private static final int MOST = 20;

  private final List<String> lines = new ArrayList<>();
  private int sites;

  /**
   * @param whyNot as the ledger has it
   */
  public void add(String siteId, String whyNot) {
    if (++sites <= MOST) {
      lines.add("failed: site '" + siteId + "': " + whyNot);
    }
  }

  /** With a last line that tells how many more there are. */
  public List<String> lines() {
    var all = new ArrayList<>(lines);
    if (sites > MOST) {
      all.add("failed: " + (sites - MOST) + " more in " + RunFiles.COVERAGE);
    }
    return all;
  }
}
