package org.sitewatch.detect;

import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.TypeGuess;
import org.sitewatch.detect.segment.PixelSet;

/** What evidence is worth on the rung a judgement stands on. */
interface AlertRule {

  /** A disturbance needs at least one pixel with this evidence L. */
  double seed();

  /** And is all that touches and reaches this. */
  double grow();

  /** What of a region of the look is drawn: without the rim that is only blurred into. */
  PixelSet outlined(LookEvidence look, PixelSet region, int minPixels);

  /**
   * How long a median anomaly over so many pixels gets by chance, as a share of that of one pixel.
   */
  double medianOfNull(int pixels);

  /**
   * 0 to 1, rising with the evidence.
   *
   * @param meanEvidence mean L of the disturbance over its valid looks, clean ones counted as 0
   */
  double confidence(LookEvidence look, PixelSet pixels, Status status, double meanEvidence);

  /** A disturbance is raised only with this confidence. */
  default double leastConfidence() {
    return 0;
  }

  /** How the budget of false alarms is held. */
  default HeldBudget budget() {
    return HeldBudget.NONE;
  }

  /** What kind of disturbance the pixels show at the look. */
  default TypeGuess type(PixelSet pixels) {
    return TypeGuess.NONE;
  }

  /** What made {@link #confidence} what it is. */
  default Grounds grounds(PixelSet pixels) {
    return Grounds.NONE;
  }

  /** What is believed after a look, from what was believed before it and what it says alone. */
  double believed(double before, double now);
}
