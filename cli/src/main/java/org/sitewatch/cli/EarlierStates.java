package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.sitewatch.detect.job.EarlierState;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.detect.job.StatesOfRuns;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.sites.Site;

/** What complete runs know of a site. */
final class EarlierStates {

  private EarlierStates() {}

  /**
   * What goes out with the tasks of many sites.
   *
   * @param runs in order of time
   * @param told of how many of them, from the newest, the hashes are told
   */
  static Function<Site, StatesOfRuns> of(Workspace workspace, List<RunDirectory> runs, int told) {
    var newestFirst = new ArrayList<>(runs);
    Collections.reverse(newestFirst);
    List<StatesOfRuns.Run> known =
        newestFirst.stream()
            .map(
                run ->
                    new StatesOfRuns.Run(
                        workspace.state().resolve(run.id()).toString(), run.until()))
            .toList();
    List<SortedMap<String, String>> hashes =
        newestFirst.stream().limit(told).map(RunDirectory::states).toList();
    return site -> {
      String file = SiteStates.fileName(site.id());
      return new StatesOfRuns(
          file, known, hashes.stream().map(states -> states.getOrDefault(file, "")).toList());
    };
  }

  /**
   * Compares what was read unchecked with what the runs recorded.
   *
   * @param read sha256 by file, empty for one that is not there
   * @throws org.sitewatch.sites.UserException if it is something else
   */
  static void check(SortedMap<String, String> read, List<RunDirectory> runs) {
    var byFolder = new HashMap<String, RunDirectory>();
    runs.forEach(run -> byFolder.put(run.id(), run));
    read.forEach(
        (name, sha256) -> {
          Path file = Path.of(name);
          RunDirectory run = byFolder.get(file.getParent().getFileName().toString());
          if (!run.states().getOrDefault(file.getFileName().toString(), "").equals(sha256)) {
            throw EarlierState.changed(name);
          }
        });
  }
}
