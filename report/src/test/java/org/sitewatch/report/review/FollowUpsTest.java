package org.sitewatch.report.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.TestDisturbances.UNTIL;
import static org.sitewatch.report.TestDisturbances.one;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Status;
import org.sitewatch.report.TestDisturbances;
import org.sitewatch.report.review.FollowUp.Effect;
import org.sitewatch.report.review.FollowUps.Followed;
import org.sitewatch.sites.Site;

class FollowUpsTest {
  private static final String ID = "karakorum-20240503-a";

  /** Of an area of 1300.5 m² then. */
  private static FollowUps verdict(Verdict verdict) {
    var reviews = new Reviews(List.of(ReviewShelfTest.review(ID, verdict, "2024-05-10")));
    return FollowUps.of(reviews, UNTIL, 0.5, Map.of());
  }

  private static Followed of(Verdict verdict, double area_m2) {
    return verdict(verdict).apply(one().area_m2(area_m2).at("khar"));
  }

  @ParameterizedTest
  @CsvSource({"NATURAL, 1950.7, DISMISSED", "CROP, 1950.8, RETURNED", "SNOW, 300, DISMISSED"})
  void halfAsMuchAgainEndsTheQuiet(Verdict verdict, double area_m2, Effect effect) {
    Followed followed = of(verdict, area_m2);
    assertEquals(effect, followed.followUp().effect());
    boolean isQuiet = effect == Effect.DISMISSED;
    assertEquals(
        isQuiet ? Status.DISMISSED : Status.CONFIRMED, followed.disturbance().alert().status());
    assertEquals(!isQuiet, followed.disturbance().alert().isNew());
  }

  @Test
  void whatReturnsIsNewsOnlyAfterARunThatWasQuiet() {
    Disturbance old = one().area_m2(5000).at("khar");
    old = old.withAlert(old.alert().withIsNew(false));
    FollowUps followUps = verdict(Verdict.SNOW);
    assertEquals(Set.of(ID), followUps.dismissed());
    assertFalse(followUps.apply(old).disturbance().alert().isNew());
    assertTrue(followUps.after(Set.of(ID)).apply(old).disturbance().alert().isNew());
  }

  @Test
  void whatIsIllicitIsDefiniteAndWhatIsOverStaysOver() {
    Followed seen = of(Verdict.ILLICIT, 1300);
    assertEquals(Status.VERIFIED, seen.disturbance().alert().status());
    Followed over = verdict(Verdict.ILLICIT).apply(one().status(Status.FINISHED).at("khar"));
    assertEquals(Status.FINISHED, over.disturbance().alert().status());
    assertEquals("Definite", over.followUp().certainty(Status.FINISHED));
  }

  @Test
  void anotherDisturbanceBesideItSpeaks() {
    Followed beside = verdict(Verdict.SNOW).apply(one().id("karakorum-20240510-b").at("khar"));
    assertEquals(Effect.NONE, beside.followUp().effect());
    assertEquals(Status.CONFIRMED, beside.disturbance().alert().status());
  }

  @Test
  void aVerdictOfALaterDayIsNotKnownYet() {
    var reviews = new Reviews(List.of(ReviewShelfTest.review(ID, Verdict.SNOW, "2024-05-20")));
    var followUps = FollowUps.of(reviews, UNTIL, 0.5, Map.of());
    assertEquals(Effect.NONE, followUps.apply(one().at("khar")).followUp().effect());
  }

  private static FollowUps works(String... attributes) {
    var values = new TreeMap<String, Object>();
    for (int i = 0; i < attributes.length; i += 2) {
      values.put(attributes[i], attributes[i + 1]);
    }
    Site bare = TestDisturbances.site("khar", "Khar", 3);
    var site = new Site("khar", "Khar", bare.zones(), 3, "", values);
    SiteWorks works = SiteWorks.of(site);
    assertEquals(List.of(), works.faults());
    return FollowUps.of(Reviews.NONE, UNTIL, 0.5, Map.of("khar", works));
  }

  /** It happened between 28 April and 3 May. */
  @ParameterizedTest
  @CsvSource({
    "2024-05-03, 2024-06-01, true",
    "2024-05-04, 2024-06-01, false",
    "2024-04-01, 2024-04-28, true",
    "2024-04-01, 2024-04-27, false",
    "1.4.2024, '', true"
  })
  void worksExplainWhatHappenedInTheirDays(String from, String to, boolean explain) {
    FollowUp followUp =
        works("works_from", from, "WORKS_TO", to).apply(one().at("khar")).followUp();
    assertEquals(explain, followUp.isAuthorised());
    assertEquals(explain ? 0.2 : 1, followUp.factor());
  }

  /** The disturbance goes from 102.84 to 102.8404. */
  @ParameterizedTest
  @CsvSource({"102.8401, true", "102.8403, false", "102.8402, true"})
  void worksExplainWhatLiesInThemByHalf(double west, boolean explain) {
    String wkt =
        "POLYGON ((%1$s 47.19, 102.85 47.19, 102.85 47.21, %1$s 47.21, %1$s 47.19))"
            .formatted(west);
    FollowUps followUps = works("works_2_from", "2024-05-01", "works_2_wkt", wkt);
    assertEquals(explain, followUps.apply(one().at("khar")).followUp().isAuthorised());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "works_to | 2024-05-01 | works_from is missing beside works_to",
        "works_from | 1/5/2024 | works_from '1/5/2024' is not understood",
        "works_wkt | POINT (1 2) | works_from is missing"
      })
  void worksThatCannotBeUsedAreNamed(String name, String value, String sentence) {
    Site bare = TestDisturbances.site("khar", "Khar", 3);
    var site = new Site("khar", "Khar", bare.zones(), 3, "", new TreeMap<>(Map.of(name, value)));
    SiteWorks works = SiteWorks.of(site);
    assertEquals(List.of(), works.works());
    assertTrue(works.faults().get(0).contains(sentence), works.faults().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POLYGON ((47.19 102.83, 47.21 102.83, 47.21 102.85, 47.19 102.83)) | away from the site",
        "POLYGON ((102.83 47.19, 102.85 47.21, 102.85 47.19, 102.83 47.21, 102.83 47.19)) | crosses",
        "POINT (102.84 47.2) | must be a POLYGON",
        "POLYGON ((1 2 | is no WKT"
      })
  void anOutlineThatCannotBeRightIsNamed(String wkt, String sentence) {
    Site bare = TestDisturbances.site("khar", "Khar", 3);
    var values = new TreeMap<String, Object>(Map.of("works_from", "2024-05-01", "works_wkt", wkt));
    SiteWorks works = SiteWorks.of(new Site("khar", "Khar", bare.zones(), 3, "", values));
    assertTrue(works.faults().get(0).contains(sentence), works.faults().toString());
  }

  @Test
  void anIllicitVerdictOverridesWorks() {
    Site bare = TestDisturbances.site("khar", "Khar", 3);
    var values = new TreeMap<String, Object>(Map.of("works_from", LocalDate.EPOCH.toString()));
    SiteWorks works = SiteWorks.of(new Site("khar", "Khar", bare.zones(), 3, "", values));
    var reviews = new Reviews(List.of(ReviewShelfTest.review(ID, Verdict.ILLICIT, "2024-05-10")));
    var followUps = FollowUps.of(reviews, UNTIL, 0.5, Map.of("khar", works));
    assertEquals(1, followUps.apply(one().at("khar")).followUp().factor());
  }
}
