package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitewatch.ingest.OffsetScenes.Ground;
import org.sitewatch.ingest.OffsetScenes.Read;
import org.sitewatch.ingest.OffsetScenes.Told;

/**
 * The offset of Sentinel-2 in four steps: 1 the user's word, 2 flag, baseline and declared offset,
 * 3 the numbers, 4 the record. Four honest scenes, then one that may lie.
 */
@Tag("slow")
class OffsetTrapTest {
  private static final double TOLERANCE = 0.01;

  @TempDir Path folder;

  /** Flag × declared offset × baseline × really shifted × ground: 72 items. */
  static Stream<Arguments> items() {
    var cases = new ArrayList<Arguments>();
    for (Optional<Boolean> flag :
        List.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty())) {
      for (Optional<Double> offset :
          List.of(Optional.of(-0.1), Optional.of(0.0), Optional.<Double>empty())) {
        for (String baseline : List.of("05.10", "02.14")) {
          for (boolean shifted : List.of(true, false)) {
            for (boolean dark : List.of(true, false)) {
              var told = new Told(flag, offset, baseline);
              double decided =
                  flag.orElse(false) || baseline.startsWith("02") ? 0 : offset.orElse(-0.1);
              boolean lies = decided != (shifted ? -0.1 : 0);
              String steps = lies ? "steps 2, 3 and 4, it lies" : "steps 2 and 4, it is true";
              cases.add(Arguments.of(steps, told, shifted, dark, decided, lies));
            }
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}: {1}, shifted {2}, dark ground {3}")
  @MethodSource("items")
  void aLyingItemIsQuarantinedAndATrueOneIsUsed(
      String steps, Told told, boolean shifted, boolean dark, double decided, boolean lies)
      throws IOException {
    var scenes = new OffsetScenes(folder);
    int[] levels = dark ? OffsetScenes.DARK_DN : OffsetScenes.BRIGHT_DN;
    for (int i = 0; i < 4; i++) {
      scenes.add(Told.HONEST, true, levels);
    }
    String id = scenes.add(told, shifted, levels);
    Read read = scenes.read();
    assertTrue(
        read.decision(id).startsWith("offset " + (decided == 0 ? "0" : "-0.1")), read.decision(id));
    assertEquals(lies ? Set.of(id) : Set.of(), read.reasons().keySet(), read.reasons().toString());
    if (lies) {
      String reason = read.reasons().get(id);
      assertTrue(reason.contains("is in quarantine"), reason);
      assertTrue(reason.contains("(" + read.decision(id) + ")"), reason);
    } else {
      assertEquals(levels[2] / 1e4, read.mean(id, "red"), TOLERANCE);
    }
  }

  /** Step 1. What the items say is false; -1000 holds for shifted pixels, 0 for others. */
  @ParameterizedTest(name = "step 1: {0} added")
  @CsvSource({"-1000, true, true", "-1000, false, true", "0, true, false", "0, false, false"})
  void theUsersWordWins(double offset_dn, boolean flag, boolean shifted) throws IOException {
    var scenes = new OffsetScenes(folder);
    scenes.setOffset(offset_dn);
    String id = "";
    for (int i = 0; i < 5; i++) {
      var told = new Told(Optional.of(flag), Optional.of(-0.1), "05.10");
      id = scenes.add(told, shifted, OffsetScenes.DARK_DN);
    }
    Read read = scenes.read();
    assertEquals(Set.of(), read.reasons().keySet());
    assertEquals(0.12, read.mean(id, "red"), TOLERANCE);
    assertTrue(read.decision(id).contains("set by boa_offset_dn"), read.decision(id));
  }

  /** Step 1 does not switch step 3 off. */
  @Test
  void theUsersWordIsCheckedByTheNumbersToo() throws IOException {
    var scenes = new OffsetScenes(folder);
    scenes.setOffset(-1000);
    String id = scenes.add(Told.HONEST, false, OffsetScenes.DARK_DN);
    assertTrue(scenes.read().reasons().get(id).contains("set by boa_offset_dn = -1000"));
  }

  /** Step 3, the flag lies in every other scene, whichever comes first and on whichever side. */
  @ParameterizedTest(name = "step 3: from scene {0} on, flag {1}")
  @CsvSource({"0, true", "1, true", "0, false", "1, false"})
  void everyOtherScene(int first, boolean flag) throws IOException {
    var scenes = new OffsetScenes(folder);
    var lying = new java.util.TreeSet<String>();
    for (int i = 0; i < 8; i++) {
      boolean lies = i % 2 == first;
      var told = new Told(Optional.of(flag), Optional.of(-0.1), "05.10");
      String id = scenes.add(told, lies == flag, OffsetScenes.DARK_DN);
      if (lies) {
        lying.add(id);
      }
    }
    assertEquals(lying, scenes.read().reasons().keySet());
  }

  /** Step 3, one lying scene at any place of a series, also where no dark pixel tells. */
  @ParameterizedTest(name = "step 3: scene {0} lies, dark {1}, reads low {2}")
  @MethodSource("places")
  void oneLyingSceneAtAnyPlace(int place, boolean dark, boolean low) throws IOException {
    var scenes = new OffsetScenes(folder);
    int[] levels = dark ? OffsetScenes.DARK_DN : OffsetScenes.BRIGHT_DN;
    String lying = "";
    for (int i = 0; i < 6; i++) {
      boolean lies = i == place;
      var told = new Told(Optional.of(lies && !low), Optional.of(-0.1), "05.10");
      String id = scenes.add(told, !(lies && low), levels);
      lying = lies ? id : lying;
    }
    assertEquals(Set.of(lying), scenes.read().reasons().keySet());
  }

  static Stream<Arguments> places() {
    var cases = new ArrayList<Arguments>();
    for (int place = 0; place < 6; place++) {
      for (boolean dark : List.of(true, false)) {
        cases.add(Arguments.of(place, dark, true));
        cases.add(Arguments.of(place, dark, false));
      }
    }
    return cases.stream();
  }

  /** Step 3 without an item that lies: what changes on the ground or in the air is no offset. */
  @ParameterizedTest(name = "step 3: no alarm by {0}")
  @CsvSource({
    "flood",
    "fire",
    "snow",
    "haze",
    "green-up",
    "rain",
    "much rain",
    "dust",
    "half cloud",
    "ploughing"
  })
  void noFalseAlarm(String event) throws IOException {
    for (int[] levels : List.of(OffsetScenes.DARK_DN, OffsetScenes.BRIGHT_DN)) {
      var scenes = new OffsetScenes(folder.resolve(Integer.toString(levels[0])));
      for (int i = 0; i < 5; i++) {
        scenes.add(Told.HONEST, true, levels);
      }
      scenes.add(Told.HONEST, true, after(event, levels), ground(event));
      assertEquals(Set.of(), scenes.read().reasons().keySet(), event);
    }
  }

  private static int[] after(String event, int[] levels) {
    double[] factors =
        switch (event) {
          case "green-up" -> new double[] {0.75, 0.85, 0.6, 1.4, 0.8};
          case "rain" -> new double[] {0.85, 0.85, 0.85, 0.85, 0.75};
          case "much rain" -> new double[] {0.65, 0.65, 0.65, 0.65, 0.6};
          case "dust" -> new double[] {1.25, 1.3, 1.35, 1.3, 1.25};
          case "snow" -> new double[] {5, 4.5, 4, 2.5, 0.3};
          case "haze" -> new double[] {2.2, 1.7, 1.4, 1.1, 1};
          default -> new double[] {1, 1, 1, 1, 1};
        };
    int[] changed = levels.clone();
    for (int band = 0; band < changed.length; band++) {
      changed[band] = (int) Math.min(9000, levels[band] * factors[band]);
    }
    return changed;
  }

  private static Ground ground(String event) {
    return switch (event) {
      case "flood" -> (level, column, row) -> row < 64 && column > 40 ? 150 : level;
      case "fire" -> (level, column, row) -> row < 80 ? 0.4 * level : level;
      case "half cloud" -> (level, column, row) -> row < 70 ? level + 3000 : level;
      case "ploughing" -> (level, column, row) -> column < 64 ? 0.7 * level : level;
      default -> Ground.USUAL;
    };
  }
}
