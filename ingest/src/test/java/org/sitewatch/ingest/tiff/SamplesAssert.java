package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Compares codes bit by bit and names the first pixel that differs. */
final class SamplesAssert {
  private SamplesAssert() {}

  static void assertSame(Samples expected, Samples actual, String what) {
    assertEquals(expected.type(), actual.type(), what);
    assertEquals(expected.bands(), actual.bands(), what);
    assertWindow(
        expected, new PixelWindow(0, 0, expected.width(), expected.height()), actual, what);
  }

  /** The actual samples must be what stands in the window of the expected ones. */
  static void assertWindow(Samples expected, PixelWindow window, Samples actual, String what) {
    assertEquals(window.width(), actual.width(), what);
    assertEquals(window.height(), actual.height(), what);
    for (int band = 0; band < actual.bands(); band++) {
      for (int row = 0; row < window.height(); row++) {
        for (int column = 0; column < window.width(); column++) {
          double wanted = expected.value(band, window.column() + column, window.row() + row);
          double got = actual.value(band, column, row);
          if (Double.doubleToLongBits(wanted) != Double.doubleToLongBits(got)) {
            assertEquals(wanted, got, "%s: band %d, %d,%d".formatted(what, band, column, row));
          }
        }
      }
    }
  }
}
