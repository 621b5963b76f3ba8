package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/**
 * What verdicts and authorised works make of the weeks after them, by the commands a user types.
 */
@Tag("slow")
class FollowUpTest {
  private static final String THIRD_WEEK = "2024-W39";
  private static final String FOURTH_WEEK = "2024-W40";
  private static final int NEW_ALERTS = 10;
  private static final int USAGE = 2;
  private static final int INTEGRITY = 6;

  /** Ten by eight pixels around the pit: four times its area. */
  private static final Envelope GROWN = new Envelope(300_460, 300_560, 5_239_460, 5_239_540);

  @TempDir static Path shared;
  static SmallWorkspace scanned;
  static String id;

  @TempDir Path folder;
  SmallWorkspace workspace;

  @BeforeAll
  static void scanOneWeek() {
    scanned = SmallWorkspace.registered(shared.resolve("scanned"));
    var grown = new SmallScenes(scanned.root().resolve("imagery"), SmallScenes.NORTH_48, GROWN);
    scanned.add(List.of(grown.pass("2024-09-25", true), grown.pass("2024-10-02", true))).exits(0);
    scanned.scanWeek(FIRST_WEEK, "--exit-on-alerts").exits(NEW_ALERTS);
    id = only(scanned, FIRST_WEEK).path("id").asText();
  }

  @BeforeEach
  void copy() {
    workspace = scanned.copyTo(folder.resolve("workspace"));
  }

  private static JsonNode only(SmallWorkspace workspace, String run) {
    List<JsonNode> all = Features.of(workspace.runDirectory(run).resolve("disturbances.geojson"));
    assertEquals(1, all.size(), all.toString());
    return all.get(0).path("properties");
  }

  private JsonNode only(String run) {
    return only(workspace, run);
  }

  private void verdict(String verdict, String day) throws IOException {
    Path csv = folder.resolve("verdicts.csv");
    Files.writeString(
        csv,
        "id,verdict,verified_by,verified_on,note\n%s,%s,B. Bat,%s,seen from the road\n"
            .formatted(id, verdict, day));
    workspace.run("review", "import", csv).exits(0);
  }

  @Test
  void whatWasPutAsideIsQuietUntilItHasGrown() throws IOException {
    verdict("false alarm (snow)", "2024-09-16");
    workspace
        .scanWeek(SECOND_WEEK, "--exit-on-alerts", "--alerts-per-week", 5)
        .exits(0)
        .says("verdicts: 1 put aside, 0 back");
    JsonNode quiet = only(SECOND_WEEK);
    assertEquals("dismissed", quiet.path("status").asText());
    assertEquals("Negligible", quiet.path("certainty").asText());
    assertEquals(0, quiet.path("score").asDouble());
    assertFalse(quiet.path("is_new").asBoolean() || quiet.path("in_patrol_week").asBoolean());
    assertEquals("false alarm (snow)", quiet.path("verdict").asText());
    assertEquals("B. Bat", quiet.path("verified_by").asText());
    assertTrue(quiet.path("reason").asText().contains("quiet until it has grown"));

    workspace.scanWeek(THIRD_WEEK, "--exit-on-alerts").exits(NEW_ALERTS);
    JsonNode back = only(THIRD_WEEK);
    assertEquals(id, back.path("id").asText());
    assertTrue(back.path("area_m2").asDouble() > 1.5 * quiet.path("area_m2").asDouble());
    assertEquals(withoutVerdict(THIRD_WEEK), back.path("status").asText());
    assertTrue(back.path("is_new").asBoolean() && back.path("score").asDouble() > 0);
    assertTrue(back.path("reason").asText().contains("but it has grown by"));
    assertEquals(FIRST_WEEK, back.path("published_in").asText());

    workspace.scanWeek(FOURTH_WEEK, "--exit-on-alerts").exits(0);
    assertFalse(only(FOURTH_WEEK).path("is_new").asBoolean(), "it is news once");
    assertEquals(back.path("status").asText(), only(FOURTH_WEEK).path("status").asText());
  }

  /** The status that the third week would tell if nobody had said anything. */
  private String withoutVerdict(String run) {
    SmallWorkspace other = scanned.copyTo(folder.resolve("other"));
    other.scanWeek(SECOND_WEEK).exits(0);
    other.scanWeek(run).exits(0);
    return only(other, run).path("status").asText();
  }

  @Test
  void howMuchItHasToGrowIsASetting() throws IOException {
    verdict("natural", "2024-09-16");
    workspace.scanWeek(SECOND_WEEK).exits(0);
    workspace.scanWeek(THIRD_WEEK, "--reopen-growth-percent", 900).exits(0);
    assertEquals("dismissed", only(THIRD_WEEK).path("status").asText());
    assertEquals(
        "900.000",
        SmallScenes.read(workspace.runDirectory(THIRD_WEEK).resolve("run.json"))
            .path("inputs")
            .path("settings")
            .path("reopen_growth_percent")
            .asText());
  }

  @Test
  void whatIsIllicitIsVerifiedAndDefinite() throws IOException {
    verdict("confirmed illicit", "2024-09-16");
    workspace.scanWeek(SECOND_WEEK).exits(0);
    JsonNode seen = only(SECOND_WEEK);
    assertEquals("verified", seen.path("status").asText());
    assertEquals("Definite", seen.path("certainty").asText());
    assertTrue(seen.path("score").asDouble() > 0);
    Ran told = workspace.run("explain", id).exits(0);
    assertTrue(told.out().contains("Verdict: confirmed illicit, on 2024-09-16"), told.out());
    assertTrue(told.out().contains("by B. Bat: seen from the road"), told.out());
  }

  @Test
  void anEarlierRunIsNotTouchedByAVerdictOfALaterWeek() throws IOException {
    Map<String, String> before = workspace.contents(FIRST_WEEK);
    verdict("natural", "2024-09-16");
    workspace.scanWeek(SECOND_WEEK).exits(0);
    assertEquals(before, workspace.contents(FIRST_WEEK));
    workspace.run("verify", FIRST_WEEK).exits(0);
    workspace.run("verify", SECOND_WEEK).exits(0);
    workspace.scanWeek(FIRST_WEEK).exits(0).says("same inputs");
    JsonNode inputs =
        SmallScenes.read(workspace.runDirectory(SECOND_WEEK).resolve("run.json")).path("inputs");
    assertEquals(1, inputs.path("reviews").size());
    String file = inputs.path("reviews").fieldNames().next();
    Files.delete(workspace.root().resolve(file));
    workspace.run("verify", SECOND_WEEK).refuses(INTEGRITY, file + " is missing");
    workspace.run("verify", FIRST_WEEK).exits(0);
  }

  @Test
  void aVerdictOfItsOwnWeekChangesARunByForceOnly() throws IOException {
    verdict("natural", "2024-09-14");
    workspace.run("verify", FIRST_WEEK).exits(0);
    workspace.scanWeek(FIRST_WEEK).refuses(USAGE, "verdicts in reviews/000001_2024-09-14", "new");
    workspace.scanWeek(FIRST_WEEK, "--force", "--exit-on-alerts").exits(0);
    assertEquals("dismissed", only(FIRST_WEEK).path("status").asText());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of a Unix shell")
  void whatIsStartedAfterwardsIsToldOfTheRunAndChangesNothing() throws IOException {
    Path told = folder.resolve("told.json");
    workspace
        .scanWeek(SECOND_WEEK, "--on-finish", "cat > '" + told + "'; exit 9")
        .exits(0)
        .says("warning: --on-finish ended with 9; the run stands");
    String text = Files.readString(told);
    JsonNode summary = new ObjectMapper().readTree(text);
    assertEquals(SECOND_WEEK, summary.path("run_id").asText());
    assertEquals(0, summary.path("exit_code").asInt());
    String lon = only(SECOND_WEEK).path("centroid_lon").asText().substring(0, 7);
    assertFalse(text.contains(lon) || text.contains("places"), text);
    workspace.run("verify", SECOND_WEEK).exits(0);
    Files.delete(told);
    workspace.scanWeek(SECOND_WEEK, "--on-finish", "cat > '" + told + "'").exits(0);
    assertFalse(Files.exists(told), "nothing was committed");
    workspace
        .scanWeek(THIRD_WEEK, "--on-finish", "cat > '" + told + "'", "--on-finish-places", "--json")
        .exits(0);
    JsonNode places = new ObjectMapper().readTree(Files.readString(told)).path("places");
    assertTrue(places.get(0).path("lon").asText().startsWith(lon), places.toString());
  }

  @Test
  void optionsOfTheHookAreCheckedBeforeAnyWork() {
    workspace.scanWeek(SECOND_WEEK, "--on-finish-places").refuses(USAGE, "goes with --on-finish");
    workspace.scanWeek(SECOND_WEEK, "--on-finish", " ").refuses(USAGE, "must name a command");
    workspace
        .scanWeek(SECOND_WEEK, "--on-finish", "true", "--on-finish-timeout", 0)
        .refuses(USAGE, "--on-finish-timeout must be 1 to");
  }

  @Test
  void statusAndCompareTellWhatIsToBeDone() throws IOException {
    verdict("natural", "2024-09-16");
    assertTrue(workspace.run("status", "-v").out().contains("verdicts: 1 awaited"));
    workspace.scanWeek(SECOND_WEEK).exits(0);
    Ran status = workspace.run("status", "--json").exits(0);
    JsonNode told = new ObjectMapper().readTree(status.out());
    assertEquals(0, told.path("verdicts_awaited").asInt());
    assertEquals(0, told.path("open").asInt());
    Ran compared = workspace.run("compare", FIRST_WEEK, SECOND_WEEK, "--json").exits(0);
    JsonNode closed = new ObjectMapper().readTree(compared.out()).path("closed");
    assertEquals(id, closed.get(0).path("id").asText());
    assertEquals("dismissed", closed.get(0).path("status_after").asText());
    Ran table = workspace.run("compare", FIRST_WEEK, SECOND_WEEK).exits(0);
    assertTrue(table.out().contains("closed: 1") && table.out().contains("→ dismissed"));
    workspace.run("compare", SECOND_WEEK, FIRST_WEEK).refuses(USAGE, "give the earlier run first");
    workspace.run("compare", FIRST_WEEK, "2024-W01").refuses(USAGE, "no run '2024-W01'");
  }

  @Test
  void authorisedWorksLowerTheRankAndStayVisible() throws IOException {
    SmallWorkspace plain = scanned.copyTo(folder.resolve("plain"));
    plain.scanWeek(SECOND_WEEK).exits(0);
    works("works_from", "2024-09-01");
    works("works_to", "2024-10-31");
    works("works_permit", "Permit 12/2024");
    workspace.scanWeek(SECOND_WEEK).exits(0);
    JsonNode before = only(plain, SECOND_WEEK);
    JsonNode now = only(SECOND_WEEK);
    assertEquals(0.2 * before.path("score").asDouble(), now.path("score").asDouble(), 1e-4);
    assertEquals(before.path("status").asText(), now.path("status").asText());
    assertTrue(now.path("authorised").asBoolean());
    assertTrue(now.path("reason").asText().contains("'Permit 12/2024', 2024-09-01 to 2024-10-31"));
    assertFalse(before.path("authorised").asBoolean());
  }

  @Test
  void worksThatCannotBeReadLowerNothingAndSaySo() throws IOException {
    works("works_from", "soon");
    workspace
        .scanWeek(SECOND_WEEK)
        .exits(0)
        .says("site 'alpha': authorised works 1 lower no rank: works_from 'soon'");
    assertFalse(only(SECOND_WEEK).path("authorised").asBoolean());
  }

  private void works(String name, String value) throws IOException {
    ObjectNode registry = SmallScenes.read(workspace.registry());
    for (JsonNode site : registry.path("features")) {
      if (site.path("properties").path("id").asText().equals("alpha")) {
        ((ObjectNode) site.path("properties")).put(name, value);
      }
    }
    SmallScenes.write(workspace.registry(), registry);
  }
}
