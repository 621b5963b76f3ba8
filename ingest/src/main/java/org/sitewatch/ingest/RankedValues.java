package org.sitewatch.ingest;

import java.util.Arrays;

/**
 * Numbers of which a few are asked for by their place in rising order: they are counted into bins,
 * and only the bin that holds the place is sorted. The order is that of {@link
 * Arrays#sort(float[])}.
 */
final class RankedValues {
  private static final int BIN_BITS = 10;

  /** Whole numbers in the order of the values they stand for. */
  private final int[] keys;

  private final int count;
  private final int lowest;
  private final int shift;
  private final int[] sizes = new int[1 << BIN_BITS];

  /**
   * @param values the first {@code count} count, at least 1
   */
  RankedValues(float[] values, int count) {
    this.count = count;
    keys = new int[count];
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      keys[i] = flipped(Float.floatToIntBits(values[i]));
      low = Math.min(low, keys[i]);
      high = Math.max(high, keys[i]);
    }
    lowest = low;
    // The span may need all 32 bits: it and the bins are unsigned.
    shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(high - low) - BIN_BITS);
    for (int key : keys) {
      sizes[bin(key)]++;
    }
  }

  /** Bits of a float as a number that rises with it, and back. */
  private static int flipped(int bits) {
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  private int bin(int key) {
    return key - lowest >>> shift;
  }

  /**
   * @param rank from 0
   */
  float at(int rank) {
    int bin = 0;
    int below = 0;
    while (below + sizes[bin] <= rank) {
      below += sizes[bin++];
    }
    var inside = new int[sizes[bin]];
    int found = 0;
    for (int i = 0; i < count && found < inside.length; i++) {
      if (bin(keys[i]) == bin) {
        inside[found++] = keys[i];
      }
    }
    Arrays.sort(inside);
    return Float.intBitsToFloat(flipped(inside[rank - below]));
  }
}
