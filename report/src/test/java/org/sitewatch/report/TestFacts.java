package org.sitewatch.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.report.chips.Chip;
import org.sitewatch.report.chips.Chips;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.sites.Sha256;

/** What features tell beside what was found, for tests. */
public final class TestFacts {
  private static final Evidence.Shown NOTHING = new Evidence.Shown("", Instant.EPOCH);

  private TestFacts() {}

  /** Pictures are kept of {@code karakorum-20240503-a}. */
  public static RunFacts of(Map<String, String> publishedIn) {
    var pictures = new TreeMap<String, String>();
    var sha256 = new TreeMap<String, String>();
    for (String shows : List.of(Evidence.BEFORE, Evidence.AFTER)) {
      pictures.put(shows, "chips/karakorum_" + shows + ".png");
      sha256.put(pictures.get(shows), Sha256.of(new byte[1]));
    }
    var frame = new Evidence.Frame(new double[4][2], 1, 1, 10, 32648);
    var chips = new TreeMap<String, Chip>();
    chips.put(
        "karakorum-20240503-a",
        new Chip(new Evidence(pictures, frame, NOTHING, NOTHING, List.of()), sha256));
    return new RunFacts(
        publishedIn,
        Map.of("S2A_20240513", Instant.parse("2024-05-13T04:05:06.789Z")),
        "0.1.0",
        Sha256.of(new byte[0]),
        new Chips(Path.of("."), chips));
  }
}
