package org.sitewatch.report.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

class RunVerificationTest {
  @TempDir Path workspace;

  @BeforeEach
  void commitTwoRuns() {
    store().commit(TestRuns.w20(), new RunContent(TestRuns.files("a"), TestRuns.state("a")), false);
    store().commit(TestRuns.w21(), new RunContent(TestRuns.files("b"), TestRuns.state("b")), false);
  }

  @Test
  void untouchedRunHolds() {
    assertEquals(3, store().verify("2024-W20").filesChecked());
    assertTrue(store().verify("2024-W20").holds());
    assertTrue(store().verify("2024-W21").holds());
  }

  @Test
  void firstFlippedByteIsNamed() throws IOException {
    flip("runs/2024-W20/disturbances.geojson");
    flip("state/2024-W20/khar.json");
    check("runs/2024-W20/disturbances.geojson differs: sha256 recorded ");
    flip("runs/2024-W20/change/khar.tif");
    check("runs/2024-W20/change/khar.tif differs: sha256 recorded ");
  }

  @Test
  void editedStateIsNamed() throws IOException {
    flip("state/2024-W20/khar.json");
    check("state/2024-W20/khar.json differs");
  }

  @Test
  void missingAndAddedFilesAreNamed() throws IOException {
    Path added = workspace.resolve("runs/2024-W20/notes.txt");
    Files.writeString(added, "x");
    check("runs/2024-W20/notes.txt is not part of the run");
    Files.delete(added);
    Files.delete(workspace.resolve("runs/2024-W20/disturbances.geojson"));
    check("runs/2024-W20/disturbances.geojson is missing");
  }

  @Test
  void fileReplacedByALinkIsNamed() throws IOException {
    Path report = workspace.resolve("runs/2024-W20/disturbances.geojson");
    Files.move(report, workspace.resolve("same.geojson"));
    Files.createSymbolicLink(report, workspace.resolve("same.geojson"));
    check("runs/2024-W20/disturbances.geojson is not a plain file");
  }

  @Test
  void logMayChange() throws IOException {
    flip("runs/2024-W20/log/timings.json");
    assertTrue(store().verify("2024-W20").holds());
  }

  @Test
  void editedManifestDoesNotFitItsSeal() throws IOException {
    Path manifest = workspace.resolve("runs/2024-W21/run.json");
    Files.writeString(manifest, Files.readString(manifest).replace("300", "400"));
    UserException refused = assertThrows(UserException.class, () -> store().verify("2024-W21"));
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertTrue(refused.getMessage().startsWith("runs/2024-W21/run.json: "), refused.getMessage());
  }

  @Test
  void sealIsTheHashOfAllOtherLines() throws IOException {
    String text = Files.readString(workspace.resolve("runs/2024-W21/run.json"));
    String seal = text.split("\n  \"seal\": \"", 2)[1].substring(0, 64);
    String rest = text.replaceFirst("\n  \"seal\": \"[0-9a-f]{64}\",", "");
    assertEquals(Sha256.of(rest.getBytes(StandardCharsets.UTF_8)), seal);
  }

  @Test
  void editedManifestWhoseSealWasTakenOffBreaksTheChain() throws IOException {
    Path manifest = workspace.resolve("runs/2024-W20/run.json");
    Files.writeString(
        manifest,
        Files.readString(manifest).replace("300", "400").replaceFirst("\n  \"seal\": [^\n]*", ""));
    RunVerification verification = store().verify("2024-W20");
    assertTrue(verification.differences().isEmpty());
    assertTrue(
        verification
            .difference()
            .orElseThrow()
            .startsWith("run 2024-W21 was made after another run.json of run 2024-W20"));
    assertTrue(!store().verify("2024-W21").holds());
  }

  @Test
  void manifestThatWasReformattedIsRefused() throws IOException {
    Path manifest = workspace.resolve("runs/2024-W20/run.json");
    Files.writeString(manifest, Files.readString(manifest) + " ");
    UserException refused = assertThrows(UserException.class, () -> store().verify("2024-W20"));
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertEquals(
        "runs/2024-W20/run.json: is not in the form it was written in; it was edited",
        refused.getMessage());
  }

  @Test
  void copyOfARunInTheWrongPlaceIsNamed() throws IOException {
    FileTree.copy(workspace.resolve("runs/2024-W20"), workspace.resolve("runs/2024-W20-copy"));
    UserException refused = assertThrows(UserException.class, () -> store().listRuns());
    assertTrue(refused.getMessage().contains("keep copies of a run outside runs/"));
  }

  private void check(String difference) {
    String found = store().verify("2024-W20").difference().orElseThrow();
    assertTrue(found.startsWith(difference), found);
  }

  private void flip(String path) throws IOException {
    byte[] bytes = Files.readAllBytes(workspace.resolve(path));
    bytes[0] ^= 1;
    Files.write(workspace.resolve(path), bytes);
  }

  private RunStore store() {
    return new RunStore(workspace);
  }
}
