package org.sitewatch.report.pack;

import java.util.Arrays;

/** Where bytes repeat earlier ones; asked in the order of the bytes, once for each that is told. */
interface Repeats {
  /**
   * @param length 0 where nothing worth telling repeats, else 3 to {@link FixedDeflate#LONGEST}
   * @param distance bytes back, 1 to {@link FixedDeflate#FARTHEST}
   */
  record Found(int length, int distance) {
    static final Found NONE = new Found(0, 0);
  }

  Found at(int position);

  /** How many bytes are the same as those {@code distance} before; 0 where none are before. */
  static int length(byte[] data, int at, int distance) {
    if (at < distance || data[at] != data[at - distance]) {
      return 0;
    }
    int most = Math.min(FixedDeflate.LONGEST, data.length - at);
    int length = Arrays.mismatch(data, at, at + most, data, at - distance, at - distance + most);
    return length < 0 ? most : length;
  }
}
