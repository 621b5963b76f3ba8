package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a run is byte by byte what was recorded.
 *
 * @param filesChecked files of the run, of its state and of what it took in whose hash was
 *     recomputed
 * @param differences a sentence for each file that is changed, missing or unexpected, and what that
 *     costs; in order of path, outputs first
 * @param chainNotes what does not fit with the runs before and after: a sentence each
 */
public record RunVerification(
    String runId, int filesChecked, List<String> differences, List<String> chainNotes)
    implements Serializable {

  public RunVerification {
    differences = List.copyOf(differences);
    chainNotes = List.copyOf(chainNotes);
  }

  public boolean holds() {
    return differences.isEmpty() && chainNotes.isEmpty();
  }

  /** All that is wrong: in files, then in the chain. */
  public List<String> all() {
    var all = new ArrayList<>(differences);
    all.addAll(chainNotes);
    return List.copyOf(all);
  }

  /** What is wrong first. Empty if the run holds. */
  public Optional<String> difference() {
    return all().stream().findFirst();
  }

  /** This, and what was found wrong in some more files. */
  public RunVerification and(int moreFiles, List<String> moreDifferences) {
    var both = new ArrayList<>(differences);
    both.addAll(moreDifferences);
    return new RunVerification(runId, filesChecked + moreFiles, both, chainNotes);
  }
}
