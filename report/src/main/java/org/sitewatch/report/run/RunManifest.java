package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.score.ClassPools;

/**
 * {@code run.json}: what went into a run and the hash of every byte that came out. It holds no wall
 * clock, no host and no absolute path.
 *
 * @param schema of its form: 1 where sites name all looks they ever had, {@link #SCHEMA} else
 * @param previousRun the run before it, or null for the first; read it by {@link #previous()}
 * @param files SHA-256 by path relative to the run directory, {@code /} between folders; without
 *     {@code run.json} and {@code log/}
 * @param state SHA-256 by path relative to {@code state/RUN}
 * @param registration measured shift of the judged looks, by site and look
 * @param budgets how the budget of false alarms is held, by site, where it is
 * @param pools that were in force in the period: later runs of the same years take them over
 */
public record RunManifest(
    int schema,
    RunInputs inputs,
    PreviousRun previousRun,
    SortedMap<String, String> files,
    SortedMap<String, String> state,
    SortedMap<String, SortedMap<String, LookShift>> registration,
    SortedMap<String, HeldBudget> budgets,
    ClassPools pools)
    implements Serializable {

  /** Raised when a reader of the older form would misread the newer one. */
  public static final int SCHEMA = 2;

  public RunManifest {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    state = Collections.unmodifiableSortedMap(new TreeMap<>(state));
    budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    var shifts = new TreeMap<String, SortedMap<String, LookShift>>();
    registration.forEach(
        (site, looks) -> shifts.put(site, Collections.unmodifiableSortedMap(new TreeMap<>(looks))));
    registration = Collections.unmodifiableSortedMap(shifts);
  }

  /** Of a run that is made now. */
  RunManifest(
      RunInputs inputs,
      PreviousRun previousRun,
      SortedMap<String, String> files,
      SortedMap<String, String> state,
      SortedMap<String, SortedMap<String, LookShift>> registration,
      SortedMap<String, HeldBudget> budgets,
      ClassPools pools) {
    this(SCHEMA, inputs, previousRun, files, state, registration, budgets, pools);
  }

  public Optional<PreviousRun> previous() {
    return Optional.ofNullable(previousRun);
  }
}
