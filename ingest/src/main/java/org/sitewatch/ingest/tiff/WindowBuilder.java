package org.sitewatch.ingest.tiff;

import java.util.ArrayList;
import java.util.List;

/** A window that is put together piece by piece out of pieces of an image. For one thread. */
public final class WindowBuilder {
  private final SampleType type;
  private final PixelWindow window;
  private final List<Object> planes = new ArrayList<>();

  /**
   * @param window in pixels of the image, not empty
   */
  public WindowBuilder(SampleType type, PixelWindow window, int bands) {
    this.type = type;
    this.window = window;
    int size = Math.multiplyExact(window.width(), window.height());
    for (int band = 0; band < bands; band++) {
      planes.add(type.newArray(size));
    }
  }

  public PixelWindow window() {
    return window;
  }

  /**
   * Copies what a piece has in common with the window.
   *
   * @param piece codes of some bands
   * @param place of the piece in pixels of the image
   * @param firstBand band of the window that the piece's first band is
   */
  public void put(Samples piece, PixelWindow place, int firstBand) {
    if (piece.type() != type) {
      throw new IllegalArgumentException("piece is " + piece.type() + ", expected " + type);
    }
    PixelWindow common = window.intersect(place);
    for (int band = 0; band < piece.bands(); band++) {
      for (int row = common.row(); row < common.row() + common.height(); row++) {
        System.arraycopy(
            piece.plane(band),
            (row - place.row()) * piece.width() + common.column() - place.column(),
            planes.get(firstBand + band),
            (row - window.row()) * window.width() + common.column() - window.column(),
            common.width());
      }
    }
  }

  /** The window; arrays are shared, so put nothing any more. */
  public Samples build() {
    return Samples.of(type, window.width(), window.height(), planes);
  }
}
