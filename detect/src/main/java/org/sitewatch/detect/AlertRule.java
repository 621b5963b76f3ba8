package org.sitewatch.detect;

import java.io.Serializable;

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
   * 0 to 1, rising with both kinds of evidence.
   *
   * @param meanEvidence mean L of the disturbance over its valid looks, clean ones counted as 0
   * @param peak largest L of its pixels at the look
   */
  double confidence(Status status, double meanEvidence, double peak);
}
