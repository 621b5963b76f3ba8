package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunManifest;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.LandCover;

/** What neighbours raised moves a threshold on 1 January only, whoever else is judged since. */
@Tag("slow")
class PoolsInForceTest {
  private static final int STEP_DAYS = 30;

  @TempDir static Path folder;

  /** Scanned up to the end of 2024; two looks of 2025 wait. */
  private static SmallWorkspace before;

  private static RunManifest first;

  @BeforeAll
  static void scanAYear() {
    before = SmallWorkspace.empty(folder.resolve("before"));
    before.importSites(SmallSites.write(folder.resolve("in/sites.geojson"), SmallSites.standard()));
    var items = new ArrayList<Path>();
    for (LocalDate day = LocalDate.of(2022, 1, 3);
        day.isBefore(LocalDate.of(2025, 2, 20));
        day = day.plusDays(STEP_DAYS)) {
      items.add(before.scenes().pass(day.toString(), false));
    }
    before.add(items).exits(0);
    before.scan("--since", "2024-10-01", "--until", "2024-12-29").exits(0);
    first = newest(before);
  }

  private static RunManifest newest(SmallWorkspace workspace) {
    List<RunDirectory> runs = new RunStore(workspace.root()).listRuns();
    return runs.get(runs.size() - 1).manifest();
  }

  private static RunManifest scan(
      SmallWorkspace workspace, String since, String until, int exit, Object... more) {
    workspace
        .scan(
            Stream.concat(Stream.of("--since", since, "--until", until), Stream.of(more)).toArray())
        .exits(exit);
    return newest(workspace);
  }

  private static Set<String> members(ClassPool pool) {
    return pool.members().stream().map(ClassPool.Member::siteId).collect(Collectors.toSet());
  }

  @Test
  void theFirstRunKnowsTheShippedTablesOnly() {
    assertEquals(ClassPool.EMPTY, first.pools().byYear().get(2024));
    assertEquals(Set.of("alpha", "beta", "gamma"), first.budgets().keySet());
    HeldBudget alpha = first.budgets().get("alpha");
    assertEquals(LandCover.GRASS, alpha.cover());
    assertTrue(alpha.ownFalseAlarms() >= 0, alpha.toString());
  }

  @Test
  void nothingButTheRefitDayMovesAThreshold() {
    SmallWorkspace whole = before.copyTo(folder.resolve("whole"));
    RunManifest january = scan(whole, "2024-12-29", "2025-01-20", 0);
    assertEquals(Set.of(2024, 2025), january.pools().byYear().keySet());
    assertEquals(ClassPool.EMPTY, january.pools().byYear().get(2024));
    ClassPool pool = january.pools().byYear().get(2025);
    assertEquals(Set.of("alpha", "beta", "gamma"), members(pool));
    HeldBudget alpha = january.budgets().get("alpha");
    assertNotEquals(first.budgets().get("alpha").classFalseAlarms(), alpha.classFalseAlarms());

    SmallWorkspace some = before.copyTo(folder.resolve("some"));
    RunManifest alone = scan(some, "2024-12-29", "2025-01-20", 0, "--sites", "alpha");
    assertEquals(january.pools(), alone.pools());
    assertEquals(Set.of("alpha"), alone.budgets().keySet());
    assertEquals(alpha, alone.budgets().get("alpha"));

    SmallWorkspace failing = before.copyTo(folder.resolve("failing"));
    failing.run("ingest", "--threads", "2").exits(0);
    breakTiles(failing, "beta");
    RunManifest without = scan(failing, "2024-12-29", "2025-01-20", ExitCode.PARTIAL.code());
    assertEquals(january.pools(), without.pools());
    assertFalse(without.budgets().containsKey("beta"));
    assertEquals(alpha, without.budgets().get("alpha"));

    addNeighbour(whole);
    RunManifest february = scan(whole, "2025-01-20", "2025-02-20", 0);
    assertEquals(new ClassPools(january.pools().byYear().tailMap(2025)), february.pools());
    assertEquals(Set.of("alpha", "beta", "delta", "gamma"), february.budgets().keySet());
    assertEquals(alpha, february.budgets().get("alpha"));
    assertEquals(alpha.classFalseAlarms(), february.budgets().get("delta").classFalseAlarms(), 1);
  }

  @Test
  void whatOtherTreesCountedIsPassedOver() throws IOException {
    SmallWorkspace retrained = before.copyTo(folder.resolve("retrained"));
    Path manifest = retrained.root().resolve("runs/2024-10-01_2024-12-29/run.json");
    String trees = ObjectModelFile.shippedSha256();
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace(trees, "0".repeat(64))
            .replaceFirst("\n  \"seal\": [^\n]*", ""));
    RunManifest january = scan(retrained, "2024-12-29", "2025-01-20", 0);
    assertEquals(ClassPool.EMPTY, january.pools().byYear().get(2025));
  }

  private static void addNeighbour(SmallWorkspace workspace) {
    var sites = new ArrayList<>(SmallSites.standard());
    sites.add(SmallSites.square("delta", SmallScenes.NORTH_48, 301_500, 5_238_500));
    workspace.importSites(SmallSites.write(folder.resolve("in/four.geojson"), sites));
  }

  /** Its history cannot be read any more, nor cut again. */
  private static void breakTiles(SmallWorkspace workspace, String site) {
    try (Stream<Path> tiles = Files.walk(workspace.root().resolve("tiles").resolve(site));
        Stream<Path> images = Files.walk(workspace.root().resolve("imagery"))) {
      for (Path file : Stream.concat(tiles, images).filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
