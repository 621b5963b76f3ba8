package org.sitewatch.report.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookOutcome.Cause;
import org.sitewatch.detect.LookOutcome.Failed;
import org.sitewatch.detect.LookOutcome.Seen;
import org.sitewatch.detect.LookOutcome.Unseen;

/** The sentence of the ledger that says what a run could not see of a site. */
final class WhyNot {
  private static final double NEARLY_ALL = 0.995;

  private WhyNot() {}

  static String of(CoverageState state, List<LookOutcome> looks) {
    return switch (state) {
      case NO_SCENE -> "No scene of the period meets the site: it was not looked at.";
      case NOT_SEEN -> "Not seen, " + causes(looks) + ": this says nothing about change.";
      case NO_HISTORY ->
          "Seen, but no earlier clear look to compare with: this says nothing about change.";
      case FAILED -> "Could not look: " + failures(looks) + ".";
      case SEEN -> gaps(looks);
    };
  }

  private static String gaps(List<LookOutcome> looks) {
    double judged = 0;
    for (LookOutcome outcome : looks) {
      if (outcome instanceof Seen seen) {
        judged = Math.max(judged, seen.judgedShare());
      }
    }
    List<String> gaps = new ArrayList<>();
    if (judged < NEARLY_ALL) {
      gaps.add(
          "at most "
              + (int) Math.floor(judged * 100)
              + " % of the site could be compared in one look");
    }
    String failures = failures(looks);
    if (!failures.isEmpty()) {
      gaps.add("failed: " + failures);
    }
    if (gaps.isEmpty()) {
      return "";
    }
    String sentence = String.join("; ", gaps);
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
  }

  private static String causes(List<LookOutcome> looks) {
    Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
    for (LookOutcome outcome : looks) {
      if (outcome instanceof Unseen unseen) {
        counts.merge(unseen.cause(), 1, Integer::sum);
      }
    }
    List<String> causes = new ArrayList<>();
    counts.forEach(
        (cause, count) ->
            causes.add(cause.label() + " in " + count + (count == 1 ? " look" : " looks")));
    return String.join(", ", causes);
  }

  /** Each reason once: ten looks that fail alike read as one failure. */
  private static String failures(List<LookOutcome> looks) {
    TreeSet<String> reasons = new TreeSet<>();
    for (LookOutcome outcome : looks) {
      if (outcome instanceof Failed failed) {
        reasons.add(failed.reason().strip().replaceFirst("\\.$", ""));
      }
    }
    return String.join("; ", reasons);
  }
}
