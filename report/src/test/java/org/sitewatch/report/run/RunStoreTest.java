package org.sitewatch.report.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.run.TestRuns.files;
import static org.sitewatch.report.run.TestRuns.state;
import static org.sitewatch.report.run.TestRuns.w20;
import static org.sitewatch.report.run.TestRuns.w21;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.UserException;

class RunStoreTest {
  @TempDir Path workspace;

  @Test
  void committedRunIsFoundWithItsFilesAndState() throws IOException {
    RunDirectory run = commit(w20(), "a");
    assertEquals(workspace.resolve("runs/2024-W20"), run.path());
    assertEquals(
        Set.of("disturbances.geojson", "change/khar.tif"), run.manifest().files().keySet());
    assertArrayEquals(TestRuns.bytes("a state"), store().findState(run, "khar.json").orElseThrow());
    assertTrue(store().findState(run, "other.json").isEmpty());
    assertTrue(store().verify("2024-W20").holds());
    assertEquals(
        List.of("2024-W20"),
        Files.list(workspace.resolve("runs")).map(p -> p.getFileName().toString()).toList());
  }

  @Test
  void sameInputsLeaveTheRunUntouched() throws IOException {
    commit(w20(), "a");
    Map<String, Object> before = times();
    RunDirectory again =
        store()
            .commit(
                w20(),
                new RunContent(
                    folder -> {
                      throw new AssertionError("nothing is written");
                    },
                    state("x")),
                false);
    assertEquals("2024-W20", again.id());
    assertEquals(before, times());
  }

  @Test
  void changedInputsAreRefusedByName() {
    commit(w20(), "a");
    RunInputs changed =
        TestRuns.inputs("2024-W20", "2024-05-19", Map.of("min_area_m2", "400", "threads_x", "1"));
    UserException refused =
        assertThrows(UserException.class, () -> store().findUnchanged(changed, false));
    assertEquals(ExitCode.USAGE, refused.exitCode());
    assertEquals(
        "run 2024-W20 exists and was made from other inputs: setting min_area_m2 (300 → 400),"
            + " setting threads_x (unset → 1); --force replaces it",
        refused.getMessage());
  }

  @Test
  void forceReplacesTheRunAndMarksLaterOnesStale() {
    commit(w20(), "a");
    commit(w21(), "b");
    assertTrue(store().listStale().isEmpty());
    RunInputs changed = TestRuns.inputs("2024-W20", "2024-05-19", Map.of("min_area_m2", "400"));
    store().commit(changed, new RunContent(files("c"), state("c state")), true);
    assertEquals(List.of("2024-W21"), store().listStale().stream().map(RunDirectory::id).toList());
    assertTrue(store().verify("2024-W20").differences().isEmpty());
    assertEquals(1, store().verify("2024-W20").chainNotes().size());
    UserException refused =
        assertThrows(UserException.class, () -> store().findUnchanged(w21(), false));
    assertTrue(refused.getMessage().contains("run 2024-W20 before it"), refused.getMessage());
  }

  @Test
  void chainNamesTheManifestOfTheRunBefore() {
    RunDirectory first = commit(w20(), "a");
    RunDirectory second = commit(w21(), "b");
    assertTrue(first.manifest().previous().isEmpty());
    assertEquals(
        new PreviousRun("2024-W20", first.manifestSha256()),
        second.manifest().previous().orElseThrow());
    assertEquals(
        List.of("2024-W20", "2024-W21"),
        store().listRuns().stream().map(RunDirectory::id).toList());
    assertEquals(
        "2024-W20", store().findNewestBefore(LocalDate.parse("2024-05-26")).orElseThrow().id());
  }

  @Test
  void sameInputsGiveTheSameBytesAnywhere(@TempDir Path other) throws IOException {
    commit(w20(), "a");
    new RunStore(other).commit(w20(), new RunContent(files("a"), state("a state")), false);
    assertArrayEquals(
        Files.readAllBytes(workspace.resolve("runs/2024-W20/run.json")),
        Files.readAllBytes(other.resolve("runs/2024-W20/run.json")));
  }

  @Test
  void writerThatFailsLeavesNoRun() throws IOException {
    RunFiles full =
        folder -> {
          Files.writeString(folder.resolve("disturbances.geojson"), "half");
          throw new IOException("No space left on device");
        };
    UserException refused =
        assertThrows(
            UserException.class,
            () -> store().commit(w20(), new RunContent(full, state("x")), false));
    assertEquals(ExitCode.UNAVAILABLE, refused.exitCode());
    assertEquals("cannot write runs/2024-W20: No space left on device", refused.getMessage());
    assertTrue(store().listRuns().isEmpty());
    commit(w20(), "a");
    assertTrue(store().verify("2024-W20").holds());
  }

  @Test
  void foldersThatAreNoRunsAreLeftAlone() throws IOException {
    Files.createDirectories(workspace.resolve("runs/notes (mine)"));
    Files.createDirectories(workspace.resolve("runs/.partial"));
    Files.createDirectories(workspace.resolve("runs/2024-W20"));
    assertTrue(store().listRuns().isEmpty());
    UserException refused = assertThrows(UserException.class, () -> commit(w20(), "a"));
    assertTrue(refused.getMessage().startsWith("runs/2024-W20 is in the way"));
    assertTrue(Files.exists(workspace.resolve("runs/.partial")));
  }

  @Test
  void idsCannotLeaveTheWorkspace() {
    assertTrue(store().findRun("../runs").isEmpty());
    assertThrows(UserException.class, () -> store().getRun(".."));
    assertThrows(UserException.class, () -> TestRuns.inputs("../x", "2024-05-19", Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            store()
                .commit(
                    w20(),
                    new RunContent(RunFiles.ofBytes(Map.of("../x", new byte[1])), state("x")),
                    false));
  }

  @Test
  void changeRastersAreCopiedIn() throws IOException {
    Path change = Files.createDirectories(workspace.resolve("work/2024-W20/change"));
    Files.writeString(change.resolve("khar.tif"), "raster");
    RunFiles both =
        RunFiles.copyOf(change, "change")
            .and(RunFiles.copyOf(workspace.resolve("nowhere"), "x"))
            .and(RunFiles.ofBytes(Map.of("a.txt", new byte[] {1})));
    RunDirectory run = store().commit(w20(), new RunContent(both, state("s")), false);
    assertEquals(Set.of("a.txt", "change/khar.tif"), run.manifest().files().keySet());
    assertTrue(Files.exists(change.resolve("khar.tif")));
  }

  @Test
  void linksAreNotCommitted() throws IOException {
    Path change = Files.createDirectories(workspace.resolve("work"));
    Files.createSymbolicLink(change.resolve("khar.tif"), workspace.resolve("elsewhere.tif"));
    UserException refused =
        assertThrows(
            UserException.class,
            () ->
                store()
                    .commit(
                        w20(),
                        new RunContent(RunFiles.copyOf(change, "change"), state("s")),
                        false));
    assertEquals("cannot write runs/2024-W20: khar.tif is not a plain file", refused.getMessage());
  }

  @Test
  void stateThatWasEditedIsNotHandedOut() throws IOException {
    RunDirectory run = commit(w20(), "a");
    Files.writeString(workspace.resolve("state/2024-W20/khar.json"), "edited");
    UserException refused =
        assertThrows(UserException.class, () -> store().findState(run, "khar.json"));
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertFalse(store().verify("2024-W20").holds());
  }

  private RunStore store() {
    return new RunStore(workspace);
  }

  private RunDirectory commit(RunInputs inputs, String text) {
    return store().commit(inputs, new RunContent(files(text), state(text + " state")), false);
  }

  private Map<String, Object> times() throws IOException {
    Map<String, Object> times = new TreeMap<>();
    for (Map.Entry<String, Path> file : FileTree.list(workspace).entrySet()) {
      times.put(file.getKey(), Files.readAttributes(file.getValue(), "unix:ino,lastModifiedTime"));
    }
    return times;
  }
}
