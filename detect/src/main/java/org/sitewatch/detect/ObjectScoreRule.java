package org.sitewatch.detect;

import org.sitewatch.detect.score.ScoredLook;
import org.sitewatch.detect.score.TypeGuess;
import org.sitewatch.detect.segment.PixelSet;

/**
 * On a long history, with trained trees: what stands out a little is an object, and an object is
 * raised if its calibrated probability reaches what holds the budget. Speaks of one look.
 */
final class ObjectScoreRule implements AlertRule {
  /** L that makes an object worth a look; false alarms are held by the probability. */
  static final double SEED = 5;

  private final SiteNullRule siteNull;
  private final double leastProbability;
  private final ScoredLook scores;

  ObjectScoreRule(SiteNullRule siteNull, double leastProbability, ScoredLook scores) {
    this.siteNull = siteNull;
    this.leastProbability = leastProbability;
    this.scores = scores;
  }

  @Override
  public double seed() {
    return SEED;
  }

  @Override
  public double grow() {
    return SiteNullRule.GROW_SHARE * SEED;
  }

  @Override
  public boolean cutsToHalfAmplitude() {
    return siteNull.cutsToHalfAmplitude();
  }

  @Override
  public double medianOfNull(int pixels) {
    return siteNull.medianOfNull(pixels);
  }

  @Override
  public double leastConfidence() {
    return leastProbability;
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
  public double believed(double before, double now) {
    return siteNull.believed(before, now);
  }
}
