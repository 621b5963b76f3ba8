package org.sitewatch.report.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program is killed before each of its moves in turn; readers and the next commit look on. */
class KilledCommitTest {
  private static final RunInputs OLD = TestRuns.w20();
  private static final RunInputs NEW =
      TestRuns.inputs("2024-W20", "2024-05-19", Map.of("min_area_m2", "400"));

  @TempDir Path workspace;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void firstCommitIsCompleteOrAbsent(int moves) throws IOException {
    kill(OLD, "old", false, moves);
    assertTrue(store().listRuns().isEmpty());
    store().recover();
    checkClean(List.of());
    store().commit(OLD, new RunContent(TestRuns.files("old"), TestRuns.state("old")), false);
    checkStands(OLD, "old");
    checkClean(List.of("2024-W20"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void thereIsNeverAMomentWithoutACompleteRun(int moves) throws IOException {
    store().commit(OLD, new RunContent(TestRuns.files("old"), TestRuns.state("old")), false);
    kill(NEW, "new", true, moves);
    checkStands(OLD, "old");
    store().recover();
    boolean begun = moves > 1;
    checkStands(begun ? NEW : OLD, begun ? "new" : "old");
    checkClean(List.of("2024-W20"));
    assertTrue(store().verify("2024-W20").holds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.json", "disturbances.geojson"})
  void replacementThatIsNotWholeIsUndone(String cut) throws IOException {
    store().commit(OLD, new RunContent(TestRuns.files("old"), TestRuns.state("old")), false);
    kill(NEW, "new", true, 4);
    Files.writeString(workspace.resolve("runs/.2024-W20.partial").resolve(cut), "{");
    store().recover();
    checkStands(OLD, "old");
    checkClean(List.of("2024-W20"));
    assertTrue(store().verify("2024-W20").holds());
  }

  private void kill(RunInputs inputs, String text, boolean force, int moves) {
    int[] left = {moves};
    RunStore dying =
        new RunStore(
            workspace,
            (from, to) -> {
              if (left[0]-- == 0) {
                throw new Killed();
              }
              RunCommit.Mover.ATOMIC.move(from, to);
            });
    assertThrows(
        Killed.class,
        () ->
            dying.commit(
                inputs, new RunContent(TestRuns.files(text), TestRuns.state(text)), force));
  }

  private void checkStands(RunInputs inputs, String text) throws IOException {
    Optional<RunDirectory> run = store().findRun("2024-W20");
    assertEquals(inputs, run.orElseThrow().manifest().inputs());
    assertEquals(1, store().listRuns().size());
    assertEquals(
        run.get().manifest().files(), RunDirectory.hashes(run.get().path()), "files of the run");
    assertArrayEquals(
        TestRuns.bytes(text), store().findState(run.get(), "khar.json").orElseThrow());
  }

  private void checkClean(List<String> expected) throws IOException {
    for (String folder : List.of("runs", "state")) {
      try (Stream<Path> entries = Files.list(workspace.resolve(folder))) {
        assertEquals(
            expected, entries.map(p -> p.getFileName().toString()).toList(), "in " + folder);
      }
    }
  }

  private RunStore store() {
    return new RunStore(workspace);
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
