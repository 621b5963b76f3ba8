package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.LandCover;

/** What is kept of a site costs time only when it is lost. */
@Tag("slow")
class KnowledgeShelfTest {
  private static final LocalDate SINCE = LocalDate.of(2024, 1, 31);
  private static final LocalDate UNTIL = LocalDate.of(2024, 5, 8);
  private static final DetectConfig LOOSE = new DetectConfig(30, 15, 6.5, 2, 200, 64, 8, 100);

  private static final class Memory implements KnowledgeShelf {
    private final Map<String, byte[]> kept = new HashMap<>();
    private int found;

    @Override
    public Optional<byte[]> find(LocalDate day, boolean[][] frozen) {
      Optional<byte[]> bytes = Optional.ofNullable(kept.get(key(day, frozen)));
      found += bytes.isPresent() ? 1 : 0;
      return bytes;
    }

    @Override
    public void keep(LocalDate day, boolean[][] frozen, byte[] knowledge) {
      kept.put(key(day, frozen), knowledge);
    }

    private static String key(LocalDate day, boolean[][] frozen) {
      return day + Arrays.deepToString(frozen);
    }
  }

  private static final TileStack STACK =
      new SyntheticSeasons(7, UNTIL)
          .bare(8, 8, 5, 4, "2023-11-01", "2025-01-01")
          .bare(26, 26, 5, 5, "2024-02-05", "2025-01-01")
          .stack();

  private static final ClassPools POOLS =
      new ClassPools(
          new TreeMap<>(
              Map.of(
                  2024,
                  new ClassPool(
                      List.of(
                          new ClassPool.Member(
                              "ur",
                              "sentinel-2",
                              LandCover.GRASS,
                              Collections.nCopies(ProbabilityRate.COUNT, 7)))))));

  private static TileResult run(KnowledgeShelf shelf) {
    return run(shelf, ClassPools.NONE);
  }

  private static TileResult run(KnowledgeShelf shelf, ClassPools pools) {
    var site = SyntheticSeasons.site();
    return TileDetector.detect(
        site,
        STACK,
        AlertState.none(site.id(), STACK),
        new Period(SINCE, UNTIL),
        LOOSE,
        pools,
        "",
        ObjectLog.NONE,
        shelf);
  }

  @Test
  void whatIsReadBackJudgesTheSame() {
    var shelf = new Memory();
    var learnt = run(shelf);
    assertTrue(learnt.findings().disturbances().size() >= 1);
    assertEquals(1, shelf.kept.size());
    assertEquals(0, shelf.found);
    var readBack = run(shelf);
    assertEquals(1, shelf.found);
    assertEquals(learnt.findings(), readBack.findings());
    assertEquals(learnt.state(), readBack.state());
    assertEquals(run(KnowledgeShelf.NONE).findings(), readBack.findings());
  }

  /** What neighbours raise is no part of what is kept. */
  @Test
  void anotherPoolMovesTheThresholdOfWhatIsReadBack() {
    var shelf = new Memory();
    var alone = run(shelf);
    var among = run(shelf, POOLS);
    assertEquals(1, shelf.kept.size());
    assertEquals(LandCover.GRASS, among.counts().cover());
    assertEquals(alone.counts(), among.counts());
    var budget = among.findings().budget();
    assertNotEquals(alone.findings().budget().classFalseAlarms(), budget.classFalseAlarms());
    assertEquals(budget, run(KnowledgeShelf.NONE, POOLS).findings().budget());
  }

  @Test
  void whatIsBrokenIsLearntAgain() {
    var shelf = new Memory();
    var learnt = run(shelf);
    shelf.kept.replaceAll((key, bytes) -> Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals(learnt.findings(), run(shelf).findings());
  }
}
