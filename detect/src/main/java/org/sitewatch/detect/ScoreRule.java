package org.sitewatch.detect;

/** One rung of the ladder of histories: a score of how much each pixel of a look has changed. */
interface ScoreRule {
  /**
   * @param score target, 0 and more on a scale of its own; NaN = not judged
   */
  void score(LookPast past, float[] score);
}
