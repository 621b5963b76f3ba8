package org.sitewatch.detect.change;

/**
 * Pieces of float planes as double numbers and back. A loop that converts and calculates in one is
 * not vectorised by JDK 17, and on x86 each conversion waits for the calculation before it; to
 * widen a block, calculate on it and narrow it again takes a sixth of the time. Nor is a loop
 * vectorised that writes an array and reads another of the same type at a different place: copy a
 * block, which costs next to nothing, and calculate on the copy.
 */
public final class FloatBlock {
  /** A few blocks of doubles stay in the innermost cache. */
  public static final int SIZE = 512;

  private FloatBlock() {}

  /** How many pixels a block that begins at {@code from} has. */
  public static int count(int from, int pixels) {
    return Math.min(SIZE, pixels - from);
  }

  public static void widen(float[] plane, int from, int count, double[] block) {
    for (int i = 0; i < count; i++) {
      block[i] = plane[from + i];
    }
  }

  /**
   * Widens pixels that need not lie side by side.
   *
   * @param pixels in rising order; {@code count} of them are taken, beginning at {@code from}
   */
  public static void gather(float[] plane, int[] pixels, int from, int count, double[] block) {
    boolean isRow = pixels[from + count - 1] - pixels[from] == count - 1;
    if (isRow) {
      widen(plane, pixels[from], count, block);
      return;
    }
    for (int i = 0; i < count; i++) {
      block[i] = plane[pixels[from + i]];
    }
  }

  public static void narrow(double[] block, int count, float[] plane, int from) {
    for (int i = 0; i < count; i++) {
      plane[from + i] = (float) block[i];
    }
  }
}
