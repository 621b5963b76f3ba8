package org.sitewatch.report.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.UserException;

class ManifestTest {
  private static final String HASH = TestRuns.HASH;
  private static final String OTHER = "1" + HASH.substring(1);
  private static final ClassPool.Member KHAR =
      new ClassPool.Member(
          "khar", "sentinel-2-l2a", LandCover.GRASS, Collections.nCopies(ProbabilityRate.COUNT, 3));

  private static final RunManifest MANIFEST =
      new RunManifest(
          TestRuns.w20(),
          new PreviousRun("2024-W19", HASH),
          new TreeMap<>(Map.of("disturbances.geojson", HASH, "change/a.tif", HASH)),
          new TreeMap<>(),
          new TreeMap<>(Map.of("petra", new TreeMap<>(Map.of("l1", new LookShift(0.25, -0.5))))),
          new TreeMap<>(
              Map.of(
                  "khar", new HeldBudget(0.36, 0.833333, LandCover.BARE, 0, 1.25),
                  "new", new HeldBudget(0.42, 1, LandCover.UNKNOWN, Double.NaN, 1))),
          new ClassPools(
              new TreeMap<>(Map.of(2023, ClassPool.EMPTY, 2024, new ClassPool(List.of(KHAR))))));

  /** Of the first run of a workspace, which found nothing. */
  private static RunManifest bare(int schema, RunInputs inputs) {
    return new RunManifest(
        schema,
        inputs,
        null,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        ClassPools.NONE);
  }

  @Test
  void comesBackAsItWas() {
    byte[] bytes = bytes(MANIFEST);
    RunManifest back = ManifestReader.read(bytes, "run.json");
    assertEquals(MANIFEST, back);
    assertArrayEquals(bytes, bytes(back));
  }

  @Test
  void verdictsThatWereTakenInAreNamed() {
    RunInputs w20 = TestRuns.w20();
    String path = "reviews/000001_2024-05-14_0123456789ab.json";
    var inputs =
        new RunInputs(
            w20.run(),
            w20.settings(),
            w20.registrySha256(),
            w20.floors(),
            new TreeMap<>(Map.of(path, HASH)),
            w20.scenes(),
            w20.sites());
    RunManifest manifest = bare(RunManifest.SCHEMA, inputs);
    assertEquals(manifest, ManifestReader.read(bytes(manifest), "run.json"));
    assertEquals(List.of("verdicts in " + path + " is new"), InputChanges.between(w20, inputs));
  }

  /** A site of a manifest that names all looks. */
  private static RunInputs naming(List<String> looks, String tiles) {
    return TestRuns.ofSites(
        TestRuns.w20(),
        List.of(new SiteDecision("khar", "32648_0_0_64x64", looks, List.of(), null, tiles)));
  }

  @Test
  void oneThatNamesAllLooksStaysWhatItIs() {
    RunInputs five = naming(List.of("p1", "p2", "p3", "s1", "s2"), HASH);
    for (RunInputs inputs : List.of(five, TestRuns.ofSites(five, List.of()))) {
      RunManifest manifest = bare(1, inputs);
      byte[] bytes = bytes(manifest);
      assertTrue(new String(bytes, StandardCharsets.UTF_8).contains("\"schema\": 1"));
      assertEquals(manifest, ManifestReader.read(bytes, "run.json"));
    }
    RunInputs w20 = TestRuns.w20();
    assertEquals(List.of(), InputChanges.between(five, w20));
    List<String> differs = List.of("site khar differs");
    assertEquals(differs, InputChanges.between(naming(List.of("s1", "s2"), HASH), w20));
    List<String> looks = five.sites().get(0).looks();
    assertEquals(differs, InputChanges.between(naming(looks, OTHER), w20));
  }

  @Test
  void whatWasSeenBeforeThePeriodIsPartOfIt() {
    RunInputs w20 = TestRuns.w20();
    SiteDecision khar = w20.sites().get(0);
    assertEquals(5, khar.looksInAll());
    RunInputs more =
        TestRuns.ofSites(
            w20,
            List.of(
                new SiteDecision(
                    khar.siteId(),
                    khar.grid(),
                    khar.looks(),
                    khar.notes(),
                    new SiteDecision.EarlierLooks(4, OTHER),
                    khar.tilesSha256())));
    assertEquals(List.of("site khar differs"), InputChanges.between(w20, more));
  }

  @Test
  void whyALookWasLeftOutIsNoInput() {
    RunInputs w20 = TestRuns.w20();
    RunInputs refused = noting(w20, "s1: left out of the history: asked 4 times, no answer");
    RunInputs busy = noting(w20, "s1: left out of the history: answered 503");
    assertEquals(List.of(), InputChanges.between(refused, busy));
    List<String> differs = List.of("site khar differs");
    assertEquals(differs, InputChanges.between(refused, w20));
    assertEquals(differs, InputChanges.between(refused, noting(w20, "s1: left out: no answer")));
    assertEquals(differs, InputChanges.between(refused, noting(w20, "s1: mask: none")));
  }

  private static RunInputs noting(RunInputs inputs, String note) {
    SiteDecision khar = inputs.sites().get(0);
    return TestRuns.ofSites(
        inputs,
        List.of(
            new SiteDecision(
                khar.siteId(),
                khar.grid(),
                khar.looks(),
                List.of(note),
                khar.earlier(),
                khar.tilesSha256())));
  }

  @Test
  void withoutFloorsItIsWhatItWasBeforeThereWereAny() {
    RunInputs w20 = TestRuns.w20();
    var inputs =
        new RunInputs(
            w20.run(),
            w20.settings(),
            w20.registrySha256(),
            new TreeMap<>(),
            new TreeMap<>(),
            w20.scenes(),
            w20.sites());
    RunManifest manifest = bare(RunManifest.SCHEMA, inputs);
    byte[] bytes = bytes(manifest);
    assertFalse(new String(bytes, StandardCharsets.UTF_8).contains("floors"));
    assertEquals(manifest, ManifestReader.read(bytes, "run.json"));
  }

  @Test
  void isIndentedSortedAndEndsWithALineFeed() {
    String text = text();
    assertTrue(text.startsWith("{\n  \"budgets\": {\n    \"khar\": {\n      \"class_"), text);
    assertTrue(text.contains("\"state\": {}\n}\n"), text);
    assertTrue(text.indexOf("\"s1\"") < text.indexOf("\"s2\""));
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:secret@example.org/a.tif?sig=1#x, https://example.org/a.tif",
    "HTTPS://me@example.org/a.tif, https://example.org/a.tif",
    "s3://key:pa@ss@bucket/a.tif, s3://bucket/a.tif",
    "/home/me/a.tif, a.tif",
    "file:///home/me/a.tif, a.tif",
    "C:\\data\\a.tif, a.tif",
    "scenes/a.tif, scenes/a.tif"
  })
  void hrefsTellNoSecretsAndNoPlaces(String href, String expected) {
    assertEquals(expected, new SceneInput("a", href, HASH, "", "", "").href());
    assertEquals(expected, new SceneInput("a", expected, HASH, "", "", "").href());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\": 2 | \"schema\": 3 | schema 3 is newer than 2",
        "\"schema\": 2 | \"schema\": \"x\" | 'schema' must be a whole number from 1, got \"x\"",
        "\"since\": \"2024-05-12\" | \"since\": \"2024-13-12\" | 'since' must be a date like",
        "\"since\": \"2024-05-12\" | \"since\": \"2024-06-12\" | 'since' 2024-06-12 must be before",
        "\"id\": \"2024-W20\" | \"id\": \"../W20\" | run id '../W20' must be",
        "\"change/a.tif\" | \"../../a.tif\" | 'files' names '../../a.tif'",
        "\"change/a.tif\" | \"/etc/a.tif\" | 'files' names '/etc/a.tif'",
        "\"simulations/2 | \"../2 | 'floors' names '../2024-05-12/khar.json'",
        "\"state\": {} | \"state\": [] | 'state' must be an object, got []",
        "\"state\": {} | \"state\": {\"a\": 1} | 'state.a' must be text, got 1",
        "\"state\": {} | \"state\": {\"a\": \"b\"} | the hash of 'a' is no SHA-256",
        "\"settings\" | \"sittings\" | 'settings' must be an object, got nothing",
        "\"id\": \"s2\" | \"id\": \"s1\" | 'scenes' must be in order of id",
        "\"count\": 3 | \"count\": -3 | 'count' must be a whole number from 0, got -3",
        "\"notes\": [] | \"notes\": [3] | 'notes' must hold text, got 3",
        "\"raised\": \"3 | \"raised\": \"-3 | 'pools': counts must be >= 0",
        "\"raised\": \"3 | \"raised\": \"3 3 | 'pools': counts must be 49, got 50",
        "\"raised\": \"3 | \"raised\": \"x | 'pools': For input string",
        "\"land_cover\": \"grass\" | \"land_cover\": \"sand\" | 'pools': land_cover must be bare, grass or",
        "\"own_false_alarms\": null | \"own_false_alarms\": [] | 'own_false_alarms' must be a number",
        "\"software\" | \"schema\" | is no JSON that this program writes",
        "} | ]] | is no JSON that this program writes"
      })
  void eachFaultIsOneSentence(String old, String broken, String sentence) {
    String text = text();
    assertTrue(text.contains(old), old);
    UserException refused =
        assertThrows(UserException.class, () -> read(text.replace(old, broken)));
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertTrue(
        refused.getMessage().startsWith("runs/x/run.json: " + sentence), refused.getMessage());
    assertFalse(refused.getMessage().contains("\n"));
  }

  @Test
  void anyGarbageIsRefusedInOrder() {
    byte[] good = bytes(MANIFEST);
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      byte[] bad =
          Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
      for (int k = 0; k < 1 + random.nextInt(3) && bad.length > 0; k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        ManifestReader.read(bad, "runs/x/run.json");
      } catch (UserException e) {
        assertTrue(e.getMessage().startsWith("runs/x/run.json: "), "seed 5, " + i);
      }
    }
    assertThrows(UserException.class, () -> read("[".repeat(100_000)));
    assertThrows(UserException.class, () -> read(""));
    assertThrows(UserException.class, () -> read("null"));
  }

  private static RunManifest read(String text) {
    return ManifestReader.read(text.getBytes(StandardCharsets.UTF_8), "runs/x/run.json");
  }

  private static String text() {
    return new String(bytes(MANIFEST), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(RunManifest manifest) {
    var out = new ByteArrayOutputStream();
    try {
      ManifestWriter.write(manifest, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
