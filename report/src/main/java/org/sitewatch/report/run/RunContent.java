package org.sitewatch.report.run;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.LookShift;

/**
 * What a run leaves behind.
 *
 * @param run writes all files of the run but run.json; what it puts below {@code log/} is not
 *     hashed
 * @param state writes the state of each site
 * @param registration measured shift of the judged looks, by site and look
 */
public record RunContent(
    RunFiles run, RunFiles state, SortedMap<String, SortedMap<String, LookShift>> registration) {

  /** Of looks whose shift was not measured. */
  public RunContent(RunFiles run, RunFiles state) {
    this(run, state, new TreeMap<>());
  }
}
