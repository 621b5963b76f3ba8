package org.sitewatch.report.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.score.ClassPools;

/**
 * What a run leaves behind.
 *
 * @param run writes all files of the run but run.json; what it puts below {@code log/} is not
 *     hashed
 * @param state writes the state of each site
 * @param registration measured shift of the judged looks, by site and look
 * @param budgets how the budget of false alarms is held, by site, where it is
 * @param pools that were in force in the period
 */
public record RunContent(
    RunFiles run,
    RunFiles state,
    SortedMap<String, SortedMap<String, LookShift>> registration,
    SortedMap<String, HeldBudget> budgets,
    ClassPools pools) {

  /** Of looks whose shift was not measured, where no budget is held. */
  public RunContent(RunFiles run, RunFiles state) {
    this(run, state, new TreeMap<>(), new TreeMap<>(), ClassPools.NONE);
  }
}
