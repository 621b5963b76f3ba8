package org.sitewatch.detect;

import java.io.Serializable;
import org.sitewatch.detect.segment.PixelSet;

/** What evidence is worth on the rung a judgement stands on. */
interface AlertRule extends Serializable {

  /** A disturbance needs at least one pixel with this evidence L. */
  double seed();

  /** And is all that touches and reaches this. */
  double grow();

  /**
   * Whether outlines are cut to where the look changed at least half as much as its strong pixels.
   */
  boolean cutsToHalfAmplitude();

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

  /** What is believed after a look, from what was believed before it and what it says alone. */
  double believed(double before, double now);
}
