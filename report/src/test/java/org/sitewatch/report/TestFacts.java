package org.sitewatch.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.sites.Sha256;

/** What features tell beside what was found, for tests. */
public final class TestFacts {
  private TestFacts() {}

  /** Pictures are kept of {@code karakorum-20240503-a}. */
  public static RunFacts of(Map<String, String> publishedIn) {
    var pictures = new TreeMap<String, RunFacts.Chip>();
    for (String shows : List.of(Evidence.BEFORE, Evidence.AFTER)) {
      pictures.put(
          shows, new RunFacts.Chip("chips/karakorum_" + shows + ".png", Sha256.of(new byte[1])));
    }
    return new RunFacts(
        publishedIn,
        Map.of("S2A_20240513", Instant.parse("2024-05-13T04:05:06.789Z")),
        "0.1.0",
        Sha256.of(new byte[0]),
        Map.of("karakorum-20240503-a", pictures));
  }
}
