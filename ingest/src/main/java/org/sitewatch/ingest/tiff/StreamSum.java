package org.sitewatch.ingest.tiff;

import java.util.zip.Adler32;

/** The check sum at the end of a zlib stream, Adler-32 (RFC 1950) of what was packed. */
final class StreamSum {
  static final int BYTES = 4;

  /** Called as often as this makes it, the sum is soon compiled, and then several times as fast. */
  private static final int PIECE_BYTES = 1024;

  private StreamSum() {}

  /** Whether a stream of {@code count} bytes ends in the sum of the first {@code size} of out. */
  static boolean isAtEndOf(byte[] packed, int count, byte[] out, int size) {
    return count > BYTES && isAt(packed, count - BYTES, out, size);
  }

  /** Whether the sum of the first {@code size} bytes of out stands at a place of the stream. */
  static boolean isAt(byte[] packed, int at, byte[] out, int size) {
    var adler = new Adler32();
    for (int from = 0; from < size; from += PIECE_BYTES) {
      adler.update(out, from, Math.min(PIECE_BYTES, size - from));
    }
    int noted =
        packed[at] << 24
            | (packed[at + 1] & 0xff) << 16
            | (packed[at + 2] & 0xff) << 8
            | packed[at + 3] & 0xff;
    return noted == (int) adler.getValue();
  }
}
