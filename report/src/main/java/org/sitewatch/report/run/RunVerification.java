package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Whether a run is byte by byte what was recorded.
 *
 * @param filesChecked files of the run, of its state and of the verdicts it took in whose hash was
 *     recomputed
 * @param firstDifference one sentence naming the first file, in order of path, that is changed,
 *     missing or unexpected; empty if there is none
 * @param chainNotes what does not fit with the runs before and after: a sentence each
 */
public record RunVerification(
    String runId, int filesChecked, String firstDifference, List<String> chainNotes)
    implements Serializable {

  public RunVerification {
    chainNotes = List.copyOf(chainNotes);
  }

  public boolean holds() {
    return firstDifference.isEmpty() && chainNotes.isEmpty();
  }

  /** What is wrong first: in a file, else in the chain. Empty if the run holds. */
  public Optional<String> difference() {
    return firstDifference.isEmpty()
        ? chainNotes.stream().findFirst()
        : Optional.of(firstDifference);
  }
}
