package org.sitewatch.cli.fuzz;

import java.util.Arrays;

/**
 * What is handed to the program.
 *
 * @param bytes of the file or answer
 * @param whole nothing was damaged: it must be taken
 * @param numbers where all coordinates of an outline that is taken must stand; empty if that cannot
 *     be told
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FuzzInput(byte[] bytes, boolean whole, byte[] numbers) {
  private static final byte[] NONE = {};

  /** Of which nothing more is known. */
  static FuzzInput of(byte[] bytes) {
    return new FuzzInput(bytes, false, NONE);
  }

  /** Coordinates stand in the bytes themselves. */
  static FuzzInput told(byte[] bytes, boolean whole) {
    return new FuzzInput(bytes, whole, bytes);
  }

  /** For choices that must be the same whenever the input is tried. */
  int mark() {
    return Arrays.hashCode(bytes) & 0x7fffffff;
  }
}
