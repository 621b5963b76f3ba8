package org.sitewatch.detect;

import java.time.LocalDate;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;

/** Results of a detection that holds a live, a finished and an unseen case. */
public final class SyntheticResults {
  private SyntheticResults() {}

  public static TileResult rich() {
    var first = LocalDate.of(2022, 1, 1);
    var stack =
        new SyntheticTile(4, first, 18, 50)
            .pit(24, 30, 3, 12, 15)
            .pit(19, 22, 3, 13, 18)
            .cloudEverywhere(17)
            .stack();
    return TileDetector.detect(
        SyntheticTile.site(),
        stack,
        AlertState.none("petra", stack),
        new Period(first, first.plusDays(17 * 50)),
        DetectConfig.DEFAULT,
        ClassPools.NONE,
        "",
        ObjectLog.NONE,
        KnowledgeShelf.NONE);
  }
}
