package org.sitewatch.ingest.tiff;

import java.util.ArrayList;
import java.util.List;

/** A window that is put together block by block out of an image. For one thread. */
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

  SampleType type() {
    return type;
  }

  int bands() {
    return planes.size();
  }

  /** The primitive array of a band. */
  Object plane(int band) {
    return planes.get(band);
  }

  /** Where a pixel of the image stands in the arrays. */
  int position(int column, int row) {
    return (row - window.row()) * window.width() + column - window.column();
  }

  Samples build(PixelWindow inside) {
    return new Samples(type, window.width(), window.height(), planes.toArray(), inside);
  }

  /** The window; arrays are shared, so put nothing any more. */
  public Samples build() {
    return Samples.of(type, window.width(), window.height(), planes);
  }
}
