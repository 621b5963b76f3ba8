package org.sitewatch.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewatch.detect.job.EarlierState;
import org.sitewatch.detect.job.PoolFreezing;
import org.sitewatch.detect.score.ClassPool;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.report.run.RunDirectory;

/**
 * Which pool holds in a year: the one that the first run of the year froze, whoever is judged now;
 * where there is none yet, what all sites of the workspace knew before 1 January. Counts that other
 * trees made say nothing of these, so runs judged by others are passed over.
 */
final class PoolsInForce {
  private final Path states;
  private final List<RunDirectory> runs;
  private final TreeMap<Integer, ClassPool> known = new TreeMap<>();

  /**
   * @param states the folder with a folder a run
   * @param runs complete ones that may be gone on from, in order of their last day
   */
  PoolsInForce(Path states, List<RunDirectory> runs) {
    this.states = states;
    this.runs = runs;
  }

  /** Of all years that were watched up to a day. */
  ClassPools upTo(LocalDate last) {
    LocalDate first =
        runs.stream()
            .map(run -> run.head().run().period().since())
            .min(LocalDate::compareTo)
            .orElse(last);
    return between(first, last);
  }

  /** Of the years from one day's to another's. */
  ClassPools between(LocalDate first, LocalDate last) {
    var byYear = new TreeMap<Integer, ClassPool>();
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      byYear.put(
          year,
          known.computeIfAbsent(
              year, y -> frozen(y).orElseGet(() -> freeze(LocalDate.of(y, 1, 1)))));
    }
    return new ClassPools(byYear);
  }

  private Optional<ClassPool> frozen(int year) {
    return runs.stream()
        .filter(PoolsInForce::isJudgedByTheseTrees)
        .map(run -> run.head().pools().byYear())
        .filter(pools -> pools.containsKey(year))
        .map(pools -> pools.get(year))
        .findFirst();
  }

  private static boolean isJudgedByTheseTrees(RunDirectory run) {
    String trees = run.head().settings().get("object_model_sha256");
    return ObjectModelFile.shippedSha256().equals(trees);
  }

  private ClassPool freeze(LocalDate refitDay) {
    var newest = new TreeMap<String, EarlierState>();
    for (RunDirectory run : runs) {
      if (run.until().isBefore(refitDay) && isJudgedByTheseTrees(run)) {
        Path folder = states.resolve(run.id());
        run.states()
            .forEach(
                (file, sha256) ->
                    newest.put(
                        file,
                        new EarlierState(folder.resolve(file).toString(), sha256, run.until())));
      }
    }
    return PoolFreezing.freeze(refitDay, newest.values());
  }
}
