package org.sitewatch.report.review.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.sitewatch.report.review.Verdict;

/** Verdicts counted. */
public final class Tally {
  private int real;
  private int illicit;
  private int wrong;
  private int open;
  private final List<Long> days = new ArrayList<>();

  /**
   * @param daysToVisit from the first look; without meaning where nobody came there
   */
  void add(Verdict verdict, long daysToVisit) {
    real += verdict.isTrue() ? 1 : 0;
    illicit += verdict == Verdict.ILLICIT ? 1 : 0;
    wrong += verdict.isChecked() && !verdict.isTrue() ? 1 : 0;
    open += verdict.isChecked() ? 0 : 1;
    if (verdict.isChecked()) {
      days.add(daysToVisit);
    }
  }

  /** Alerts of which somebody knows what they are. */
  public int checked() {
    return real + wrong;
  }

  /** Of these, where the ground was disturbed by whomever. */
  public int real() {
    return real;
  }

  /** Of these, by people without leave. */
  public int illicit() {
    return illicit;
  }

  /** Of the checked, false alarms. */
  public int wrong() {
    return wrong;
  }

  /** Pending, or nobody came there. */
  public int open() {
    return open;
  }

  /** From the first look to the visit; of an even count the mean of the two in the middle. */
  public OptionalDouble medianDays() {
    if (days.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Long> sorted = new ArrayList<>(days);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return OptionalDouble.of(
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
  }
}
