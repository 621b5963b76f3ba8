package org.sitewatch.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
