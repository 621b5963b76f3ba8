package org.sitewatch.detect;

import org.sitewatch.detect.series.SeriesLook;

/** Expects what the model of the season says of the day. */
record PredictedSeason(SeriesLook look) implements Expectation {

  @Override
  public LookShift shift() {
    return LookShift.of(look.shift());
  }

  @Override
  public double difference(int band, int pixel) {
    return look.difference(band, pixel);
  }

  @Override
  public double expected(int band, int pixel) {
    return look.expected(band, pixel);
  }
}
