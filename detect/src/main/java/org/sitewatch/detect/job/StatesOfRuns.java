package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What complete runs may have left behind of a site. Nearly always only the newest is read: of it
 * the sha256 is told; those of years of runs, of many sites, would be more than all else that goes
 * out with a task.
 *
 * @param fileName of the site's states in the folder of each run
 * @param runs the newest first; the same list for all sites
 * @param sha256 as the first of these runs recorded it, empty if they left nothing behind; what was
 *     read of the other runs has to be compared by whoever asked
 */
public record StatesOfRuns(String fileName, List<Run> runs, List<String> sha256)
    implements Serializable {
  /** Nobody has looked at the site before. */
  public static final StatesOfRuns NONE = new StatesOfRuns("", List.of(), List.of());

  /**
   * A complete run.
   *
   * @param folder of its states, reached by every executor
   * @param until the day up to which it knows
   */
  public record Run(String folder, LocalDate until) implements Serializable {}

  public StatesOfRuns {
    runs = List.copyOf(runs);
    sha256 = List.copyOf(sha256);
  }

  /** The newest first. */
  List<EarlierState> states() {
    var states = new ArrayList<EarlierState>();
    for (int i = 0; i < runs.size(); i++) {
      String recorded = i < sha256.size() ? sha256.get(i) : EarlierState.NOT_TOLD;
      if (!recorded.isEmpty()) {
        states.add(
            new EarlierState(runs.get(i).folder() + "/" + fileName, recorded, runs.get(i).until()));
      }
    }
    return states;
  }
}
