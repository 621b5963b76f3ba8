package org.sitewatch.detect;

import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.ShiftEstimate;

/** Expects what the model of the season says of the day. */
record PredictedSeason(SeriesLook look) implements Expectation {

  @Override
  public LookShift shift() {
    ShiftEstimate shift = look.shift();
    return shift.usable()
        ? new LookShift(FixedDecimals.of(shift.dy_px()), FixedDecimals.of(shift.dx_px()))
        : LookShift.NONE;
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
