package org.sitewatch.detect;

import java.util.List;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.ScoredLook;
import org.sitewatch.detect.score.TypeGuess;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.FalseAlarmRate;

/**
 * On a long history, with trained trees: what stands out a little is an object, and an object is
 * raised if its calibrated probability reaches what holds the budget. Speaks of one look.
 */
final class ObjectScoreRule implements AlertRule {
  /**
   * L that makes an object worth a look: the lowest where the site raises few enough objects a year
   * that they stay apart. False alarms are held by the probability.
   */
  static final List<Double> SEEDS = List.of(10.0, 20.0, 40.0, 80.0);

  private static final double FEW_A_YEAR = 200;

  private final SiteNullRule siteNull;
  private final double seed;
  private final HeldBudget budget;
  private final ScoredLook scores;

  ObjectScoreRule(SiteNullRule siteNull, double seed, HeldBudget budget, ScoredLook scores) {
    this.seed = seed;
    this.siteNull = siteNull;
    this.budget = budget;
    this.scores = scores;
  }

  static double seed(FalseAlarmRate rate) {
    double least = rate.threshold(FEW_A_YEAR);
    return SEEDS.stream()
        .filter(seed -> seed >= least)
        .findFirst()
        .orElse(SEEDS.get(SEEDS.size() - 1));
  }

  @Override
  public double seed() {
    return seed;
  }

  @Override
  public double grow() {
    return SiteNullRule.GROW_SHARE * seed;
  }

  @Override
  public PixelSet outlined(LookEvidence look, PixelSet region, int minPixels) {
    return siteNull.outlined(look, region, minPixels);
  }

  @Override
  public double medianOfNull(int pixels) {
    return siteNull.medianOfNull(pixels);
  }

  @Override
  public double leastConfidence() {
    return budget.leastConfidence();
  }

  @Override
  public HeldBudget budget() {
    return budget;
  }

  @Override
  public double confidence(LookEvidence look, PixelSet pixels, Status status, double meanEvidence) {
    return FixedDecimals.of(scores.probability(pixels));
  }

  @Override
  public TypeGuess type(PixelSet pixels) {
    TypeGuess guess = scores.type(pixels);
    return new TypeGuess(
        guess.type(),
        FixedDecimals.of(guess.probability()),
        guess.second(),
        FixedDecimals.of(guess.secondProbability()));
  }

  @Override
  public Grounds grounds(PixelSet pixels) {
    return scores.grounds(pixels).mapped(FixedDecimals::of);
  }

  @Override
  public double believed(double before, double now) {
    return siteNull.believed(before, now);
  }
}
