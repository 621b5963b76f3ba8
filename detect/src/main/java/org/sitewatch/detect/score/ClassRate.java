package org.sitewatch.detect.score;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Objects a year at each threshold of {@link ProbabilityRate}: a mean over sites. Immutable. */
public final class ClassRate {
  private final double[] perYear;
  private final int siteYears;

  /**
   * @param perYear at each threshold, finite and not negative
   * @param siteYears how many it is the mean of, at least 1
   */
  public ClassRate(double[] perYear, int siteYears) {
    if (perYear.length != ProbabilityRate.COUNT) {
      throw new IllegalArgumentException(
          "rates must be %d, got %d".formatted(ProbabilityRate.COUNT, perYear.length));
    }
    if (!Arrays.stream(perYear).allMatch(rate -> rate >= 0 && Double.isFinite(rate))) {
      throw new IllegalArgumentException("rates must be >= 0, got " + Arrays.toString(perYear));
    }
    if (siteYears < 1) {
      throw new IllegalArgumentException("site years must be >= 1, got " + siteYears);
    }
    this.perYear = perYear.clone();
    this.siteYears = siteYears;
  }

  double perYear(int index) {
    return perYear[index];
  }

  public int siteYears() {
    return siteYears;
  }

  /** The mean over these sites and more, each of one year; their order does not matter. */
  ClassRate with(Collection<List<Integer>> more) {
    var mean = new double[perYear.length];
    for (int i = 0; i < mean.length; i++) {
      int index = i;
      int sum = more.stream().mapToInt(raised -> raised.get(index)).sum();
      mean[i] = (siteYears * perYear[i] + sum) / (siteYears + more.size());
    }
    return new ClassRate(mean, siteYears + more.size());
  }
}
