package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sitewatch.sites.UserException;

class DemoScoreTest {
  private static final String PIT = "POLYGON ((0 0, 40 0, 40 40, 0 40, 0 0))";
  private static final String FAR = "POLYGON ((900 0, 940 0, 940 40, 900 40, 900 0))";
  private static final LocalDate START = LocalDate.of(2024, 9, 10);

  @TempDir Path directory;

  @Test
  void reportOnAnEventFindsIt() {
    var score = score(Event.Role.NEW, PIT, "POLYGON ((10 10, 50 10, 50 50, 10 50, 10 10))", 3);
    assertEquals(1, score.found());
    assertEquals(0, score.missed());
    assertEquals(0, score.falseAlarms());
    assertTrue(score.lines().get(1).contains("found:        1 of 1, half of them within 3 days"));
  }

  @Test
  void reportWithLessThanAQuarterOnTheEventIsAFalseAlarm() {
    // 52 of 300 m lie within 12 m of the event.
    var score = score(Event.Role.NEW, PIT, "POLYGON ((0 0, 300 0, 300 40, 0 40, 0 0))", 3);
    assertEquals(1, score.missed());
    assertEquals(1, score.falseAlarms());
  }

  @Test
  void twelveMetresBesideTheEventStillCount() {
    var score = score(Event.Role.NEW, PIT, "POLYGON ((41 0, 61 0, 61 20, 41 20, 41 0))", 3);
    assertEquals(1, score.found());
  }

  @Test
  void reportRaisedBeforeTheEventIsNoFind() {
    var score = score(Event.Role.NEW, PIT, PIT, -1);
    assertEquals(1, score.missed());
    assertEquals(1, score.falseAlarms());
  }

  @Test
  void reportOnADecoyIsAFalseAlarmAndTheDecoyIsNamed() {
    var score = score(Event.Role.DECOY, PIT, PIT, 0);
    assertEquals(1, score.decoysFired());
    assertEquals(1, score.falseAlarms());
    assertEquals(0, score.missed());
  }

  @Test
  void realChangeBesideTheSitesIsNeitherFindNorFalseAlarm() {
    var score = score(Event.Role.OFF_SITE, PIT, PIT, 0);
    assertEquals(0, score.found() + score.missed() + score.falseAlarms());
  }

  @Test
  void oldChangeRaisedAsNewHasItsOwnLine() {
    var lines = score(Event.Role.OLD, PIT, PIT, 400).lines();
    assertTrue(lines.contains("old changes raised as new: 1: pits at Дов"), lines.toString());
  }

  @Test
  void sitesWithThreeYearsOfLooksHaveARowOfTheirOwn() {
    var found = new Planted("pits", Event.Role.NEW, "mn-01", "Дов", START, 4, wkt(PIT).buffer(12));
    var missed = new Planted("pits", Event.Role.NEW, "mn-22", "Дов", START, 4, wkt(FAR));
    var reported =
        List.of(
            new Reported("mn-01-1-a", "mn-01", "Дов", START, "confirmed", wkt(PIT)),
            new Reported("mn-22-1-a", "mn-22", "Дов", START, "provisional", wkt(PIT).buffer(50)),
            new Reported("mn-22-1-b", "mn-22", "Дов", START, "first", wkt(PIT).buffer(60)));
    var lines = new DemoScore(List.of(found, missed), reported).lines();
    var table = lines.subList(lines.size() - 3, lines.size());
    assertEquals(
        List.of(
            "              history            found     false: seen again   once  dismissed",
            "              three years and more   1 of 1                0         0          0",
            "              short                  0 of 1                1         1          0"),
        table);
  }

  @Test
  void withoutTruthOneLineSaysSo() {
    var lines = DemoScore.lines(List.of(), directory.resolve("gone.geojson"));
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).endsWith("nothing to compare with"));
  }

  @Test
  void sameDisturbanceInTwoRunsIsCountedOnce() throws IOException {
    var truth = directory.resolve("truth.geojson");
    new DemoWorld(new Frame(140), Acquisition.plan().subList(19, 20), List.of(), 1, new CogWriter())
        .write(directory.resolve("images"), truth, done -> {});
    var event = Json.read(truth).path("features").get(0);
    var report = Json.collection();
    var feature = Json.features(report).addObject().put("type", "Feature");
    feature.set("geometry", event.path("geometry"));
    feature
        .putObject("properties")
        .put("id", "mn-01-2024-10-04-a")
        .put("site_id", "mn-01")
        .put("site_name", "Хүрэн хад")
        .put("alerted_on", "2024-10-04")
        .put("status", "confirmed");
    var first = directory.resolve("first.geojson");
    Json.write(first, report);
    var lines = DemoScore.lines(List.of(first, first), truth);
    assertTrue(lines.get(1).contains("1 of 1"), lines.toString());
    assertTrue(lines.get(3).startsWith("false alarms: 0 seen more than once"), lines.toString());
  }

  @Test
  void brokenReportIsNamed() throws IOException {
    var truth = Files.writeString(directory.resolve("truth.geojson"), "{\"features\": []}");
    var report = Files.writeString(directory.resolve("report.geojson"), "{\"features\": [{}]}");
    var mistake = assertThrows(UserException.class, () -> DemoScore.lines(List.of(report), truth));
    assertEquals(report + ": a feature has no text property 'id'", mistake.getMessage());
  }

  private static DemoScore score(Event.Role role, String planted, String reported, int days) {
    return new DemoScore(
        List.of(new Planted("pits", role, "s", "Дов", START, 4, wkt(planted).buffer(12))),
        List.of(new Reported("s-1-a", "s", "Дов", START.plusDays(days), "first", wkt(reported))));
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException broken) {
      throw new IllegalArgumentException(text, broken);
    }
  }
}
