package org.sitewatch.report.kmz;

import java.nio.ByteBuffer;
import org.sitewatch.report.marks.MarkShape;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.pack.PngFile;

/**
 * The mark of a status as a PNG of {@value #SIDE} × {@value #SIDE} pixels: Earth has no network.
 */
final class IconPng {
  static final int SIDE = 40;

  private static final int SAMPLES = 4;
  private static final double RIM = 1.28;

  private IconPng() {}

  static byte[] of(StatusMark mark) {
    ByteBuffer pixels = ByteBuffer.allocate(4 * SIDE * SIDE);
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        pixels.putInt(rgba(mark, column, row));
      }
    }
    return PngFile.ofRgba(SIDE, SIDE, pixels.array());
  }

  /** Colour and cover from samples within the pixel: a dark rim around the coloured shape. */
  private static int rgba(StatusMark mark, int column, int row) {
    MarkShape shape = mark.shape();
    int rim = 0;
    int inside = 0;
    for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      double x = place(column, sample % SAMPLES);
      double y = place(row, sample / SAMPLES);
      if (shape.holds(x, y)) {
        inside++;
      } else if (isRim(shape, x, y)) {
        rim++;
      }
    }
    int cover = inside + rim;
    if (cover == 0) {
      return 0;
    }
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      rgb = rgb << 8 | (mark.rgb() >> shift & 0xFF) * inside / cover;
    }
    return rgb << 8 | cover * 255 / (SAMPLES * SAMPLES);
  }

  /** Near enough to the shape: eight steps around. */
  private static boolean isRim(MarkShape shape, double x, double y) {
    double step = 1 - 1 / RIM;
    double slant = step * 0.7;
    return shape.holds(x - step, y)
        || shape.holds(x + step, y)
        || shape.holds(x, y - step)
        || shape.holds(x, y + step)
        || shape.holds(x - slant, y - slant)
        || shape.holds(x + slant, y - slant)
        || shape.holds(x - slant, y + slant)
        || shape.holds(x + slant, y + slant);
  }

  /** From -RIM to RIM over the side. */
  private static double place(int pixel, int sample) {
    return ((pixel + (sample + 0.5) / SAMPLES) / SIDE * 2 - 1) * RIM;
  }
}
