package org.sitewatch.ingest.tiff;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The number of every code of 8 or 16 bits under one calibration. Looking a number up takes a
 * twentieth of working it out: on x86 the conversions of JDK 17 wait for what the register held
 * before, so that a loop over them runs one pixel after the other.
 */
final class CodeTable {
  /** Scenes of one sensor share a calibration; each table takes up to 256 kB. */
  private static final int MOST_KEPT = 16;

  private static final Map<Key, float[]> KEPT = new ConcurrentHashMap<>();

  private record Key(SampleType type, double scale, double offset, double nodata) {}

  private CodeTable() {}

  /**
   * {@code code * scale + offset} as {@link Samples#toFloats} says, at the code's unsigned bits.
   * Shared: read only.
   *
   * @param type U8, I8, U16 or I16
   */
  static float[] of(SampleType type, double scale, double offset, double nodata) {
    var key = new Key(type, scale, offset, nodata);
    float[] known = KEPT.get(key);
    if (known != null) {
      return known;
    }
    if (KEPT.size() >= MOST_KEPT) {
      KEPT.clear();
    }
    var table = new float[1 << 8 * type.bytes()];
    for (int bits = 0; bits < table.length; bits++) {
      int code =
          switch (type) {
            case I8 -> (byte) bits;
            case I16 -> (short) bits;
            default -> bits;
          };
      table[bits] = code == nodata ? Float.NaN : (float) (code * scale + offset);
    }
    KEPT.put(key, table);
    return table;
  }
}
