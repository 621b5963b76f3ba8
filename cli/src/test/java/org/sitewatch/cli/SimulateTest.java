package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate} on a small workspace: six looks, so on the short rung. */
@Tag("slow")
class SimulateTest {
  private static final int USAGE = 2;

  @TempDir static Path folder;
  static SmallWorkspace workspace;
  static Ran ran;
  static Path output;
  static List<Map<String, String>> published;

  @BeforeAll
  static void plant() {
    workspace = SmallWorkspace.registered(folder.resolve("workspace"));
    workspace.scanWeek(FIRST_WEEK).exits(0);
    published = published();
    ran = simulate("--threads", 2).exits(0);
    output = workspace.root().resolve("simulations/2024-09-15");
  }

  private static List<Map<String, String>> published() {
    return List.of(
        SmallWorkspace.contents(workspace.root().resolve("state")),
        SmallWorkspace.contents(workspace.root().resolve("runs")));
  }

  private static Ran simulate(Object... more) {
    Object[] words = new Object[more.length + 4];
    words[0] = "--replicates";
    words[1] = 1;
    words[2] = "--looks";
    words[3] = 1;
    System.arraycopy(more, 0, words, 4, more.length);
    return workspace.run("simulate", "--sites=beta", words);
  }

  private static JsonNode floor(String site, String kind) {
    JsonNode floors =
        SmallScenes.read(output.resolve(site + ".json")).path("sensors").path(0).path("floors");
    for (JsonNode floor : floors) {
      if (floor.path("kind").asText().equals(kind) && floor.path("strength").asDouble() == 1) {
        return floor;
      }
    }
    throw new AssertionError("no " + kind + " in " + floors);
  }

  @Test
  void strongClearingsAreSeenAndTheLastLineNamesTheFolder() {
    JsonNode largest = null;
    for (JsonNode size : floor("beta", "clearing").path("sizes")) {
      largest = size;
    }
    assertTrue(largest != null && largest.path("planted").asInt() > 0, "planted: " + largest);
    assertEquals(largest.path("planted"), largest.path("seen"));
    assertTrue(ran.out().contains("clearing"), ran.out());
    assertEquals(output.toString(), ran.out().lines().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  void thePeriodEndsWithTheNewestRun() {
    JsonNode sensor = SmallScenes.read(output.resolve("beta.json")).path("sensors").path(0);
    assertEquals("2024-09-11", sensor.path("until").asText());
    assertEquals("pair", sensor.path("history").asText());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBytes() {
    Path other = folder.resolve("other");
    simulate("--output", other, "--threads", 1).exits(0);
    assertEquals(SmallWorkspace.contents(output), SmallWorkspace.contents(other));
  }

  @Test
  void runsAndStatesAreLeftAlone() {
    assertEquals(published, published());
  }

  @Test
  void whatIsThereIsNotReplacedUnasked() {
    simulate().refuses(USAGE, "beta.json is there already", "--force");
  }

  @Test
  void aDryRunWritesNothing() {
    Path other = folder.resolve("dry");
    simulate("--output", other, "--dry-run").exits(0);
    assertFalse(Files.exists(other));
  }

  @Test
  void wrongNumbersAreRefused() {
    workspace.run("simulate", "--replicates=0").refuses(USAGE, "--replicates must be 1 to 1000");
    workspace.run("simulate", "--sites=delta").refuses(USAGE, "delta");
  }
}
