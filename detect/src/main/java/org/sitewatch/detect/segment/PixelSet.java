package org.sitewatch.detect.segment;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some pixels of a grid of known size, without order and without doubles. Immutable. */
public final class PixelSet implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int width;
  private final int height;
  private final int[] pixels;

  private PixelSet(int width, int height, int[] sorted) {
    this.width = width;
    this.height = height;
    this.pixels = sorted;
  }

  /**
   * @param pixels row * width + column, in any order, doubles allowed
   */
  public static PixelSet of(int width, int height, int... pixels) {
    int[] sorted =
        rises(pixels) ? pixels.clone() : Arrays.stream(pixels).sorted().distinct().toArray();
    if (sorted.length > 0
        && (sorted[0] < 0 || sorted[sorted.length - 1] >= Math.multiplyExact(width, height))) {
      throw new IllegalArgumentException("pixels lie outside of " + width + "x" + height);
    }
    return new PixelSet(width, height, sorted);
  }

  private static boolean rises(int[] pixels) {
    for (int i = 1; i < pixels.length; i++) {
      if (pixels[i] <= pixels[i - 1]) {
        return false;
      }
    }
    return true;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int size() {
    return pixels.length;
  }

  /** The pixels in raster order. */
  public IntStream stream() {
    return Arrays.stream(pixels);
  }

  /** The first pixel in raster order; the set must not be empty. */
  public int first() {
    return pixels[0];
  }

  /** The last pixel in raster order; the set must not be empty. */
  public int last() {
    return pixels[pixels.length - 1];
  }

  /** The pixels that meet a condition. */
  public PixelSet filtered(IntPredicate condition) {
    return new PixelSet(width, height, stream().filter(condition).toArray());
  }

  public int count(IntPredicate condition) {
    return (int) stream().filter(condition).count();
  }

  public boolean contains(int pixel) {
    return Arrays.binarySearch(pixels, pixel) >= 0;
  }

  public boolean intersects(PixelSet other) {
    return stream().anyMatch(other::contains);
  }

  public PixelSet union(PixelSet other) {
    return of(width, height, IntStream.concat(stream(), other.stream()).toArray());
  }

  /** With every pixel at most {@code radius} columns and rows away. */
  public PixelSet dilated(int radius) {
    return of(width, height, stream().flatMap(pixel -> around(pixel, radius)).toArray());
  }

  /**
   * The same pixels of the ground on a grid whose origin lies elsewhere; what falls out is lost.
   */
  public PixelSet moved(int columns, int rows, int newWidth, int newHeight) {
    return new PixelSet(
        newWidth,
        newHeight,
        stream()
            .filter(
                pixel ->
                    isWithin(pixel % width + columns, newWidth)
                        && isWithin(pixel / width + rows, newHeight))
            .map(pixel -> (pixel / width + rows) * newWidth + pixel % width + columns)
            .toArray());
  }

  private IntStream around(int pixel, int radius) {
    int column = pixel % width;
    int row = pixel / width;
    return IntStream.rangeClosed(Math.max(0, row - radius), Math.min(height - 1, row + radius))
        .flatMap(
            r ->
                IntStream.rangeClosed(
                        Math.max(0, column - radius), Math.min(width - 1, column + radius))
                    .map(c -> r * width + c));
  }

  private static boolean isWithin(int place, int size) {
    return place >= 0 && place < size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelSet set
        && width == set.width
        && height == set.height
        && Arrays.equals(pixels, set.pixels);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(pixels);
  }

  @Override
  public String toString() {
    return width + "x" + height + Arrays.toString(pixels);
  }
}
