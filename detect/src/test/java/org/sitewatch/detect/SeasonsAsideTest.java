package org.sitewatch.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;

/** Looks of a long history that lie further aside than the season's registration can measure. */
@Tag("slow")
class SeasonsAsideTest {
  private static final LocalDate UNTIL = LocalDate.of(2024, 5, 8);
  private static final LocalDate SINCE = LocalDate.of(2024, 1, 31);
  private static final String STRAY = "2024-03-28";

  private static SiteFindings findings(SyntheticSeasons seasons) {
    var site = SyntheticSeasons.site();
    var stack = seasons.stack();
    return TileDetector.detect(
            site,
            stack,
            AlertState.none(site.id(), stack),
            new Period(SINCE, UNTIL),
            DetectConfig.DEFAULT,
            ClassPools.NONE,
            "",
            ObjectLog.NONE,
            KnowledgeShelf.NONE)
        .findings();
  }

  private static LookOutcome outcome(SiteFindings findings) {
    return findings.outcomes().stream()
        .filter(look -> look.lookId().equals("look-" + STRAY))
        .findFirst()
        .orElseThrow();
  }

  private static SyntheticSeasons seasons() {
    return new SyntheticSeasons(7, UNTIL);
  }

  @ParameterizedTest
  @CsvSource({"3, 0", "-2, 3", "0, -4"})
  void whatLiesUpToFivePixelsAsideIsMovedBackAndJudged(int dy, int dx) {
    var findings = findings(seasons().aside(STRAY, dy, dx));
    var seen = assertInstanceOf(LookOutcome.Seen.class, outcome(findings));
    assertEquals(dy, seen.shift().dy_px(), 0.1);
    assertEquals(dx, seen.shift().dx_px(), 0.1);
    assertTrue(seen.judgedShare() > 0.9, seen.toString());
    assertEquals(List.of(), findings.disturbances());
  }

  @Test
  void whatLiesFurtherAsideIsSetAsideWithItsReason() {
    var findings = findings(seasons().aside(STRAY, 6, -4));
    var failed = assertInstanceOf(LookOutcome.Failed.class, outcome(findings));
    assertTrue(failed.reason().contains("7.2 pixels (72 m)"), failed.reason());
    assertEquals(List.of(), findings.disturbances());
  }

  /** It teaches nothing, and the site was not seen clear on its day. */
  @Test
  void aStrayLookOfTheHistoryChangesNoVerdict() {
    String history = "2023-04-21";
    var looks = findings(seasons().aside(history, 4, 6)).outcomes();
    assertEquals(findings(seasons()).outcomes().size(), looks.size());
    assertTrue(looks.stream().allMatch(LookOutcome.Seen.class::isInstance), looks.toString());
    String last = "2024-05-03";
    assertEquals(Optional.of(LocalDate.parse(last)), findings(seasons()).lastClear());
    assertEquals(
        Optional.of(LocalDate.of(2024, 4, 15)), findings(seasons().aside(last, 4, 6)).lastClear());
  }
}
