package org.sitewatch.detect;

import java.util.ArrayList;
import java.util.List;
import org.sitewatch.detect.score.LookObjects;
import org.sitewatch.detect.score.MeasuredObject;
import org.sitewatch.detect.score.ObjectFeatures;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.detect.score.ObjectModel;
import org.sitewatch.detect.score.ProbabilityRate;
import org.sitewatch.detect.series.FalseAlarmRate;
import org.sitewatch.detect.series.ObjectRate;

/**
 * What a site showed in the last year of its history to a model of the years before: nothing is
 * known to have happened, so all of it counts as false.
 */
final class TrialYear {
  private final LookObjects finder;
  private final List<Double> seeds;
  private final List<float[]> evidence = new ArrayList<>();
  private final List<Double> days = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  /** An object at one of the seeds; the features lack the rate. */
  private record Found(double day, double seed, MeasuredObject object) {}

  /**
   * @param seeds at which objects are measured
   */
  TrialYear(LookObjects finder, List<Double> seeds) {
    this.finder = finder;
    this.seeds = List.copyOf(seeds);
  }

  /** Looks come in order of time. */
  void add(double day, float[] seen, ObjectFeatures features) {
    evidence.add(seen);
    days.add(day);
    for (double seed : seeds) {
      finder.of(seen, seed, features).forEach(object -> found.add(new Found(day, seed, object)));
    }
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  /** Objects a year at each threshold of L. */
  double[] rate(ObjectRate counter) {
    return counter.of(evidence, days.stream().mapToDouble(Double::doubleValue).toArray(), 1);
  }

  /** Objects found at one of the seeds, with their probabilities. */
  List<ProbabilityRate.Scored> scored(double seed, FalseAlarmRate rate, ObjectModel model) {
    return found.stream()
        .filter(one -> one.seed() == seed)
        .map(
            one ->
                new ProbabilityRate.Scored(
                    one.day(),
                    one.object().pixels(),
                    model.probability(one.object().withRate(rate).features())))
        .toList();
  }

  void log(FalseAlarmRate rate, ObjectLog log) {
    for (Found one : found) {
      log.add(ObjectLog.Phase.HISTORY, one.day(), one.seed(), one.object().withRate(rate));
    }
  }
}
