package org.sitewatch.detect.score;

import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.FalseAlarmRate;

/** An object of a look with its features. The array is shared: treat it as read-only. */
public final class MeasuredObject {
  private final PixelSet pixels;
  private final double[] features;

  public MeasuredObject(PixelSet pixels, double[] features) {
    this.pixels = pixels;
    this.features = features;
  }

  public PixelSet pixels() {
    return pixels;
  }

  /** With the false alarms a year the site is expected to raise at the object's peak. */
  public MeasuredObject withRate(FalseAlarmRate rate) {
    return new MeasuredObject(pixels, ObjectFeatures.withRate(features, rate));
  }

  /** In the order of {@link ObjectFeatures#NAMES}. */
  public double[] features() {
    return features;
  }
}
