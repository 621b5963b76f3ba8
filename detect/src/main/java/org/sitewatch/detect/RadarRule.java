package org.sitewatch.detect;

import org.sitewatch.detect.change.Anomaly;

/** Radar: the ratio to the past, in decibels smoothed over speckle, in units of its own noise. */
final class RadarRule implements ScoreRule {
  @Override
  public void score(LookPast past, float[] score) {
    Anomaly.length(past.z(), score);
  }
}
