package org.sitewatch.detect.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.Republication;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReading;

/**
 * Where a run starts from at one site.
 *
 * @param state what was known
 * @param from the day up to which it was known; looks after it are still to be judged
 * @param counts what the site hands to its class, as known then
 * @param names of what runs published of those looks
 */
record StartState(AlertState state, LocalDate from, TrialCounts counts, Republication names) {

  /**
   * The newest earlier state that was made from the very looks that are stored now up to its end.
   * If a scene came late, that is a state before it; if there is none, watching begins anew.
   *
   * @param plan says where watching begins
   * @param toCompare as {@link EarlierState#read(SortedMap)}
   */
  static StartState find(
      SiteView view,
      StackReading reading,
      StatesOfRuns earlier,
      DetectPlan plan,
      SortedMap<String, String> toCompare) {
    var passedOver = new ArrayList<SiteStates>();
    for (EarlierState run : earlier.states()) {
      Optional<SiteStates> there = run.read(toCompare);
      if (there.isEmpty()) {
        continue;
      }
      SiteStates known = there.get();
      Optional<SiteStates.Entry> entry = known.of(view.series());
      if (entry.isPresent()
          && isComparable(entry.get().state(), reading)
          && entry
              .get()
              .basisSha256()
              .equals(StateBasis.ofState(view, reading, plan, run.until()))) {
        return new StartState(
            entry.get().state(),
            run.until(),
            entry.get().counts(),
            names(view, reading, passedOver));
      }
      passedOver.add(known);
    }
    return new StartState(
        AlertState.none(view.site().id(), reading.stack()),
        plan.watchedSince(),
        TrialCounts.NONE,
        names(view, reading, passedOver));
  }

  /**
   * A state as if watching began after a day: nothing is alive, but what was held out of the model
   * in force and what ended before that day are the same, so that the same is learnt.
   */
  static AlertState watching(
      SiteView view,
      StackReading reading,
      StatesOfRuns earlier,
      SimulationPlan plan,
      LocalDate since) {
    var detect =
        new DetectPlan(
            plan.store(),
            new Period(since, plan.until()),
            since,
            plan.config(),
            plan.pools(),
            plan.modelFolder(),
            "",
            "");
    AlertState known =
        find(view, reading, earlier, detect, new TreeMap<>()).state().on(reading.stack());
    return new AlertState(
        known.siteId(),
        since,
        known.grid(),
        known.bands(),
        List.of(),
        known.frozen().stream().filter(patch -> !patch.until().isAfter(since)).toList(),
        known.heldOut(),
        List.of());
  }

  private static Republication names(
      SiteView view, StackReading reading, List<SiteStates> published) {
    return new Republication(
        published.stream()
            .flatMap(states -> states.of(view.series()).stream())
            .map(SiteStates.Entry::state)
            .filter(state -> isComparable(state, reading))
            .map(state -> state.on(reading.stack()))
            .toList(),
        published.stream().flatMap(SiteStates::ids).toList());
  }

  /** Whether a state speaks of the bands and pixels that are read now. */
  private static boolean isComparable(AlertState state, StackReading reading) {
    return state.bands().equals(reading.stack().bands())
        && reading.stack().grid().sharesLattice(state.grid());
  }
}
