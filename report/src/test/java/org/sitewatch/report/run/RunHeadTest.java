package org.sitewatch.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

class RunHeadTest {
  @TempDir Path workspace;
  private RunDirectory run;
  private Path manifest;

  @BeforeEach
  void commit() {
    RunFiles state = RunFiles.ofBytes(Map.of("khar.json", TestRuns.bytes("state")));
    var content = new RunContent(TestRuns.files("a"), state);
    var store = new RunStore(workspace);
    store.commit(TestRuns.w20(), content, false);
    run = store.commit(TestRuns.w21(), content, false);
    manifest = run.path().resolve("run.json");
  }

  @Test
  void theHeadOfASealedManifestSaysWhatTheWholeSays() throws IOException {
    HeadReader.Read read = HeadReader.read(manifest).orElseThrow();
    RunHead whole = RunHead.of(run.manifest());
    assertEquals(whole.run(), read.head().run());
    assertEquals(whole.settings(), read.head().settings());
    assertEquals(whole.registrySha256(), read.head().registrySha256());
    assertEquals("2024-W20", read.head().previous().orElseThrow().id());
    assertEquals(whole.previous(), read.head().previous());
    assertEquals(whole.pools(), read.head().pools());
    assertTrue(read.head().sites().contains("khar"));
    assertFalse(read.head().sites().contains("kha"));
    assertEquals(Sha256.of(manifest), read.sha256());
    assertEquals(run.manifest().state(), run.states());
  }

  @Test
  void aManifestWhoseSealDoesNotHoldHasNoHeadOfItsOwn() throws IOException {
    byte[] bytes = Files.readAllBytes(manifest);
    for (int at : new int[] {3, bytes.length / 2, bytes.length - 3}) {
      byte[] edited = bytes.clone();
      edited[at] ^= 1;
      Files.write(manifest, edited);
      assertTrue(HeadReader.read(manifest).isEmpty(), "byte " + at);
    }
  }

  /**
   * Longer than what is read of it at once: the seal is searched for in the stream, and its line
   * lies once in every way across the end of a piece of the parser (8,000 bytes) and of the check
   * (64 KiB).
   */
  @ParameterizedTest
  @ValueSource(ints = {24_000, 1 << 16})
  void theSealOfALongManifestIsCheckedInTheStream(int endOfPiece) throws IOException {
    String text = Files.readString(manifest);
    int missing = endOfPiece - text.indexOf("  \"seal\": ");
    for (int before = -3; before < 90; before++) {
      String padding = "0".repeat(missing - before);
      String longer = sealed(text.replace("\"min_area_m2\": \"300\"", minArea(padding)));
      assertTrue(longer.indexOf("  \"seal\": ") > 20_000);
      Files.writeString(manifest, longer);
      HeadReader.Read read = HeadReader.read(manifest).orElseThrow();
      assertEquals(padding + "300", read.head().settings().get("min_area_m2"));
      assertEquals(Sha256.of(manifest), read.sha256());
      Files.writeString(manifest, longer.replace("0300\"", "1300\""));
      assertTrue(HeadReader.read(manifest).isEmpty(), before + " bytes before the end of a piece");
    }
  }

  private static String minArea(String padding) {
    return "\"min_area_m2\": \"" + padding + "300\"";
  }

  /** With the seal of what it says now. */
  private static String sealed(String manifest) {
    String rest = manifest.replaceFirst("  \"seal\": .*\n", "");
    String seal = Sha256.of(rest.getBytes(StandardCharsets.UTF_8));
    return manifest.replaceFirst("\"seal\": \".*\"", "\"seal\": \"" + seal + "\"");
  }

  @Test
  void aManifestWithoutASealIsReadWhole() throws IOException {
    String text = Files.readString(manifest);
    assertTrue(text.contains("\n  \"seal\": "), text);
    Files.writeString(manifest, text.replaceFirst("  \"seal\": .*\n", ""));
    assertTrue(HeadReader.read(manifest).isEmpty());
    RunDirectory unsealed = RunDirectory.read(run.path(), "2024-W21");
    assertEquals(run.head().settings(), unsealed.head().settings());
    assertTrue(unsealed.head().sites().contains("khar"));
  }

  @Test
  void aManifestThatIsReplacedAfterItsHeadWasReadIsRefused() throws IOException {
    Files.copy(
        workspace.resolve("runs/2024-W20/run.json"),
        manifest,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    RunDirectory stale = run;
    UserException refused = assertThrows(UserException.class, stale::states);
    assertEquals(ExitCode.UNAVAILABLE, refused.exitCode());
  }

  @Test
  void oneCommandReadsARunOnceUntilItIsAnother() {
    var store = new RunStore(workspace);
    RunDirectory first = store.getRun("2024-W20");
    assertSame(first, store.listRuns().get(0));
    RunInputs other = TestRuns.inputs("2024-W20", "2024-05-19", new TreeMap<>(Map.of("a", "b")));
    store.commit(
        other,
        new RunContent(
            TestRuns.files("b"), RunFiles.ofBytes(Map.of("khar.json", TestRuns.bytes("s")))),
        true);
    assertEquals("b", store.getRun("2024-W20").head().settings().get("a"));
  }
}
