package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, however it came and however often it is asked for. */
@Tag("slow")
class SameBytesTest {
  private static final long SEED = 7;

  @TempDir static Path folder;
  static SmallWorkspace scanned;

  @BeforeAll
  static void scanOneWeek() {
    scanned = SmallWorkspace.registered(folder.resolve("scanned"));
    scanned.scanWeek(FIRST_WEEK).exits(0);
  }

  @Test
  void oneThreadAndShuffledInputsGiveTheSameBytes(@TempDir Path other) throws IOException {
    var shuffled = SmallWorkspace.empty(other.resolve("shuffled"));
    List<Path> items = new ArrayList<>(shuffled.writePasses());
    var sites = new ArrayList<>(SmallSites.standard());
    Collections.shuffle(items, new Random(SEED));
    Collections.reverse(sites);
    for (var site : sites) {
      shuffled.importSites(SmallSites.write(other.resolve("one.geojson"), List.of(site)));
    }
    for (Path item : items) {
      shuffled.add(List.of(item)).exits(0);
    }
    shuffled.run("scan", "--week", FIRST_WEEK, "--master", "local[1]").exits(0);
    for (String file : List.of("disturbances.geojson", "coverage.geojson", "run.json")) {
      assertEquals(
          Files.readString(scanned.runDirectory(FIRST_WEEK).resolve(file)),
          Files.readString(shuffled.runDirectory(FIRST_WEEK).resolve(file)),
          file + ", seed " + SEED);
    }
  }

  @Test
  void aSecondScanReadsNoSceneAndTouchesNothing() throws IOException {
    Map<String, String> before = scanned.contents(FIRST_WEEK);
    Map<Path, FileTime> times = times(scanned.root());
    scanned
        .scanWeek(FIRST_WEEK)
        .exits(0)
        .says("ingest: 0 scene parts read, 0 tiles cut, ", " there already, 0 failed");
    assertEquals(before, scanned.contents(FIRST_WEEK));
    assertEquals(times, times(scanned.root()));
  }

  @Test
  void detectAndReportGiveTheSameBytesAsScan(@TempDir Path other) {
    SmallWorkspace steps = SmallWorkspace.registered(other.resolve("steps"));
    steps.run("ingest", "--master", "local[2]").exits(0);
    steps.run("detect", "--master", "local[2]", "--week", FIRST_WEEK).exits(0);
    assertFalse(Files.exists(steps.root().resolve("runs")));
    assertFalse(Files.exists(steps.root().resolve("state")));
    steps.run("report", "--run", FIRST_WEEK).exits(0);
    assertEquals(scanned.contents(FIRST_WEEK), steps.contents(FIRST_WEEK));
    assertEquals(
        SmallWorkspace.contents(scanned.root().resolve("state").resolve(FIRST_WEEK)),
        SmallWorkspace.contents(steps.root().resolve("state").resolve(FIRST_WEEK)));
  }

  @Test
  void threadsOfThisProcessGiveTheSameBytesAsSpark(@TempDir Path other) {
    SmallWorkspace threads = SmallWorkspace.registered(other.resolve("threads"));
    threads.run("scan", "--week", FIRST_WEEK, "--threads", "3").exits(0);
    for (String place : List.of("runs", "state", "tiles")) {
      assertEquals(
          SmallWorkspace.contents(scanned.root().resolve(place)),
          SmallWorkspace.contents(threads.root().resolve(place)),
          place);
    }
  }

  @Test
  void theNextWeekCarriesTheIdOn(@TempDir Path other) {
    SmallWorkspace next = scanned.copyTo(other.resolve("next"));
    next.scanWeek(SECOND_WEEK).exits(0);
    JsonNode before = only(next, FIRST_WEEK);
    JsonNode after = only(next, SECOND_WEEK);
    assertEquals(before.path("id"), after.path("id"));
    assertEquals(before.path("alerted_on"), after.path("alerted_on"));
    assertEquals(FIRST_WEEK, after.path("published_in").asText());
    assertTrue(before.path("is_new").asBoolean());
    assertFalse(after.path("is_new").asBoolean());
    assertEquals(2, after.path("looks_disturbed").asInt());
    next.run("verify", SECOND_WEEK).exits(0);
  }

  @Test
  void aScanTellsWhereItsTimeWent(@TempDir Path other) throws IOException {
    SmallWorkspace timed = SmallWorkspace.registered(other.resolve("timed"));
    Ran ran =
        timed
            .run("scan", "--week", FIRST_WEEK, "--json")
            .exits(0)
            .says("time: commit ", "judged (the detector)", "MB decoded for ");
    JsonNode timings = new ObjectMapper().readTree(ran.out()).path("timings");
    assertEquals(
        List.of("plan", "ingest", "detect", "report", "pictures", "commit", "summary"),
        timings.properties().stream().map(Map.Entry::getKey).toList());
    assertTrue(timings.path("ingest").path("decoded_bytes").asLong() > 0, ran.out());
    JsonNode detect = timings.path("detect");
    assertTrue(
        detect.path("judging_s").asDouble() + detect.path("reading_s").asDouble()
            <= detect.path("threads_s").asDouble() + 0.002,
        ran.out());
  }

  @Test
  void withJsonOneObjectNamesTheRun() throws IOException {
    Ran ran = scanned.scanWeek(FIRST_WEEK, "--json").exits(0);
    assertEquals(1, ran.out().lines().count(), ran.out());
    JsonNode json = new ObjectMapper().readTree(ran.out());
    assertEquals(
        scanned.runDirectory(FIRST_WEEK).toAbsolutePath().toString(), json.path("run").asText());
  }

  private static JsonNode only(SmallWorkspace workspace, String run) {
    var features = Features.of(workspace.runDirectory(run).resolve("disturbances.geojson"));
    assertEquals(1, features.size(), features.toString());
    return features.get(0).path("properties");
  }

  /** When each file was written last; the lock is taken by every command. */
  private static Map<Path, FileTime> times(Path root) throws IOException {
    var times = new TreeMap<Path, FileTime>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        if (!path.endsWith(".lock")) {
          times.put(path, Files.getLastModifiedTime(path));
        }
      }
    }
    return times;
  }
}
