package org.sitewatch.report.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookOutcome.Cause;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.report.TestDisturbances;
import org.sitewatch.sites.Site;

class LedgerTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 3);
  private static final Site SITE = TestDisturbances.site("a", "A", 1);

  @Test
  void oneComparedLookIsSeen() {
    check("seen", "", seen(0, 0.97, 0.996), unseen(5, Cause.CLOUD));
  }

  @Test
  void seenInPartSaysHowMuch() {
    check(
        "seen",
        "At most 40 % of the site could be compared in one look; failed: tile a.tif is cut short.",
        seen(0, 0.5, 0.4),
        failed(5, "tile a.tif is cut short."),
        failed(10, "tile a.tif is cut short"));
  }

  @Test
  void cloudAndSnowAreNotNoChange() {
    check(
        "not_seen",
        "Not seen, cloud in 2 looks, snow in 1 look: this says nothing about change.",
        unseen(0, Cause.CLOUD),
        unseen(5, Cause.SNOW),
        unseen(10, Cause.CLOUD));
  }

  @Test
  void lookWithNothingBeforeItIsNoHistory() {
    check(
        "no_history",
        "Seen, but no earlier clear look to compare with: this says nothing about change.",
        seen(0, 1, 0));
  }

  @Test
  void failureAmongCloudIsAFailure() {
    check(
        "failed",
        "Could not look: scene s2 is cut short.",
        unseen(0, Cause.CLOUD),
        failed(5, "scene s2 is cut short"));
  }

  @Test
  void siteNoSceneMeetsIsNotLookedAt() {
    check(
        "no_scene",
        "No scene of the period meets the site: it was not looked at.",
        new LookOutcome.Unseen("", LocalDate.MIN, "", Cause.NO_SCENE));
  }

  @Test
  void siteWithoutFindingsIsAFailureNotASilence() {
    LedgerEntry entry = Ledger.of(List.of(SITE), List.of(), List.of()).get(0);
    assertEquals(CoverageState.FAILED, entry.state());
    assertEquals("Could not look: the run has no outcome for it.", entry.whyNot());
  }

  @Test
  void looksStandInOneFlatString() {
    LedgerEntry entry =
        entry(
            seen(0, 0.974, 0.9),
            unseen(5, Cause.CLOUD),
            failed(10, "x"),
            new LookOutcome.Failed("", LocalDate.MIN, "", "registry"));
    assertEquals(
        "2024-05-03:seen 0.97 s2;2024-05-08:cloud s2;2024-05-13:failed s2;failed",
        entry.looks().trace());
  }

  @Test
  void everySiteStandsThereOnceInOrderOfId() {
    Site later = TestDisturbances.site("c", "C", 2);
    RegistryFailure broken = new RegistryFailure("b", "", "ring is not closed");
    assertEquals(
        List.of("a", "b", "c"),
        Ledger.of(List.of(later, SITE), List.of(broken), List.of()).stream()
            .map(LedgerEntry::siteId)
            .toList());
    assertThrows(
        IllegalArgumentException.class, () -> Ledger.of(List.of(SITE, SITE), List.of(), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Ledger.of(List.of(), List.of(), List.of(findings(seen(0, 1, 1)))));
  }

  @Test
  void registryEntriesThatShareAnIdAreOneLine() {
    List<LedgerEntry> entries =
        Ledger.of(
            List.of(SITE),
            List.of(
                new RegistryFailure("a", "", "id comes twice"),
                new RegistryFailure("", "", "has no id"),
                new RegistryFailure("", "", "ring is not closed")),
            List.of(findings(seen(0, 1, 1))));
    assertEquals(2, entries.size());
    assertEquals(
        "Could not look, the registry entry is invalid: has no id; ring is not closed",
        entries.get(0).whyNot());
    assertEquals(CoverageState.SEEN, entries.get(1).state());
    assertEquals(
        "Another registry entry of this id is invalid: id comes twice", entries.get(1).whyNot());
  }

  private static void check(String state, String whyNot, LookOutcome... looks) {
    LedgerEntry entry = entry(looks);
    assertEquals(state, entry.state().label());
    assertEquals(whyNot, entry.whyNot());
  }

  private static LedgerEntry entry(LookOutcome... looks) {
    return Ledger.of(List.of(SITE), List.of(), List.of(findings(looks))).get(0);
  }

  private static SiteFindings findings(LookOutcome... looks) {
    return new SiteFindings("a", List.of(), List.of(looks), null, 0, 0, HeldBudget.NONE);
  }

  private static LookOutcome seen(int days, double clear, double judged) {
    return new LookOutcome.Seen(
        "l" + days, DAY.plusDays(days), "s2", clear, judged, LookShift.NONE);
  }

  private static LookOutcome unseen(int days, Cause cause) {
    return new LookOutcome.Unseen("l" + days, DAY.plusDays(days), "s2", cause);
  }

  private static LookOutcome failed(int days, String reason) {
    return new LookOutcome.Failed("l" + days, DAY.plusDays(days), "s2", reason);
  }
}
