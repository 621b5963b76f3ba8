package org.sitewatch.detect.score;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.sitewatch.sites.LandCover;

/**
 * What a site raised in its trial year, the last of a history in which nothing is known to have
 * happened.
 *
 * @param refitDay on which it was counted, {@link LocalDate#MIN} if it never was
 * @param cover of the site on that day
 * @param raised objects at each threshold of {@link ProbabilityRate}; none if the history has no
 *     year to try a model on
 */
public record TrialCounts(LocalDate refitDay, LandCover cover, List<Integer> raised)
    implements Serializable {
  /** Of a site of which nothing was learnt. */
  public static final TrialCounts NONE =
      new TrialCounts(LocalDate.MIN, LandCover.UNKNOWN, List.of());

  public TrialCounts {
    raised = List.copyOf(raised);
    check(raised);
  }

  /** Whether anything was learnt of the site. */
  public boolean isLearnt() {
    return !refitDay.equals(LocalDate.MIN);
  }

  /** Whether there was a year to try a model on. */
  public boolean isCounted() {
    return !raised.isEmpty();
  }

  static void check(List<Integer> raised) {
    if (!raised.isEmpty() && raised.size() != ProbabilityRate.COUNT) {
      throw new IllegalArgumentException(
          "counts must be %d, got %d".formatted(ProbabilityRate.COUNT, raised.size()));
    }
    if (raised.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("counts must be >= 0, got " + raised);
    }
  }
}
