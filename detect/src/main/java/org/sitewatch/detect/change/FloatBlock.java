package org.sitewatch.detect.change;

/**
 * Pieces of float planes as double numbers and back. A loop that converts and calculates in one is
 * not vectorised by JDK 17, and on x86 each conversion waits for the calculation before it; to
 * widen a block, calculate on it and narrow it again takes a sixth of the time.
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

  public static void narrow(double[] block, int count, float[] plane, int from) {
    for (int i = 0; i < count; i++) {
      plane[from + i] = (float) block[i];
    }
  }
}
