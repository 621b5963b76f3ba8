package org.sitewatch.ingest.tiff;

import java.util.List;

/**
 * Raw codes of a window of an image: one primitive array a band, row by row. The arrays are shared
 * and not copied: treat them as read-only.
 */
public final class Samples {
  private final SampleType type;
  private final int width;
  private final int height;
  private final Object[] planes;
  private final PixelWindow inside;

  Samples(SampleType type, int width, int height, Object[] planes, PixelWindow inside) {
    this.type = type;
    this.width = width;
    this.height = height;
    this.planes = planes;
    this.inside = inside;
  }

  /**
   * Wraps arrays, all of whose pixels are inside.
   *
   * @param planes one byte[], short[], int[], long[], float[] or double[] a band, as the type asks
   */
  public static Samples of(SampleType type, int width, int height, List<?> planes) {
    var expected = type.newArray(0).getClass();
    if (planes.isEmpty() || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "samples need pixels and bands, got %d x %d x %d"
              .formatted(width, height, planes.size()));
    }
    for (var plane : planes) {
      int length = plane.getClass() == expected ? java.lang.reflect.Array.getLength(plane) : -1;
      if (length != Math.multiplyExact(width, height)) {
        throw new IllegalArgumentException(
            "plane must be a %s of %d x %d, got %s of %d"
                .formatted(
                    expected.getSimpleName(),
                    width,
                    height,
                    plane.getClass().getSimpleName(),
                    length));
      }
    }
    return new Samples(type, width, height, planes.toArray(), new PixelWindow(0, 0, width, height));
  }

  public SampleType type() {
    return type;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int bands() {
    return planes.length;
  }

  /** The part that lies in the image, counted from this window's first pixel; the rest is fill. */
  public PixelWindow inside() {
    return inside;
  }

  /** The band's array, for U8 and I8. */
  public byte[] bytes(int band) {
    return (byte[]) planes[band];
  }

  /** The band's array, for U16 and I16. */
  public short[] shorts(int band) {
    return (short[]) planes[band];
  }

  /** The band's array, for U32 and I32. */
  public int[] ints(int band) {
    return (int[]) planes[band];
  }

  /** The band's array, for U64 and I64. */
  public long[] longs(int band) {
    return (long[]) planes[band];
  }

  /** The band's array, for F32. */
  public float[] floats(int band) {
    return (float[]) planes[band];
  }

  /** The band's array, for F64. */
  public double[] doubles(int band) {
    return (double[]) planes[band];
  }

  /** The primitive array of a band. */
  Object plane(int band) {
    return planes[band];
  }

  /** One code as a number; 64-bit integers are rounded to the nearest double. */
  public double value(int band, int column, int row) {
    int at = row * width + column;
    return switch (type) {
      case U8 -> bytes(band)[at] & 0xff;
      case I8 -> bytes(band)[at];
      case U16 -> shorts(band)[at] & 0xffff;
      case I16 -> shorts(band)[at];
      case U32 -> ints(band)[at] & 0xffffffffL;
      case I32 -> ints(band)[at];
      case U64 -> unsigned(longs(band)[at]);
      case I64 -> longs(band)[at];
      case F32 -> floats(band)[at];
      case F64 -> doubles(band)[at];
    };
  }

  /**
   * Turns rows into {@code code * scale + offset}, computed as double; NaN where the code is the
   * nodata value. Pixels outside the image are what the reader filled them with.
   *
   * @param nodata NaN if there is none
   */
  public void toFloats(
      int band,
      int firstRow,
      int rows,
      double scale,
      double offset,
      double nodata,
      float[] target,
      int targetAt) {
    int from = firstRow * width;
    int count = rows * width;
    switch (type) {
      case U8, I8 -> {
        var codes = bytes(band);
        var numbers = CodeTable.of(type, scale, offset, nodata);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = numbers[codes[from + i] & 0xff];
        }
      }
      case U16, I16 -> {
        var codes = shorts(band);
        var numbers = CodeTable.of(type, scale, offset, nodata);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = numbers[codes[from + i] & 0xffff];
        }
      }
      case U32 -> {
        var codes = ints(band);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = scaled(codes[from + i] & 0xffffffffL, scale, offset, nodata);
        }
      }
      case I32 -> {
        var codes = ints(band);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = scaled(codes[from + i], scale, offset, nodata);
        }
      }
      case U64 -> {
        var codes = longs(band);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = scaled(unsigned(codes[from + i]), scale, offset, nodata);
        }
      }
      case I64 -> {
        var codes = longs(band);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = scaled(codes[from + i], scale, offset, nodata);
        }
      }
      case F32 -> {
        var codes = floats(band);
        float none = (float) nodata; // nodata is written with more digits than a float has
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = scaled(codes[from + i], scale, offset, none);
        }
      }
      case F64 -> {
        var codes = doubles(band);
        for (int i = 0; i < count; i++) {
          target[targetAt + i] = scaled(codes[from + i], scale, offset, nodata);
        }
      }
    }
  }

  private static float scaled(double code, double scale, double offset, double nodata) {
    return code == nodata ? Float.NaN : (float) (code * scale + offset);
  }

  private static double unsigned(long code) {
    return code >= 0 ? code : ((code >>> 1) | (code & 1)) * 2.0;
  }
}
