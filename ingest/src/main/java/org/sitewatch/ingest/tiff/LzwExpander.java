package org.sitewatch.ingest.tiff;

import java.util.zip.DataFormatException;

/**
 * TIFF's LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, high bit first, growing one code early.
 * A string of the table is kept as the place in the output where it was first written.
 */
final class LzwExpander {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST_FREE = 258;
  private static final int TABLE_SIZE = 4096;

  private final int[] starts = new int[TABLE_SIZE];
  private final int[] lengths = new int[TABLE_SIZE];

  /** Expands until the end code, the end of the input, or {@code limit} bytes; says how many. */
  int expand(byte[] packed, int count, byte[] out, int limit) throws DataFormatException {
    int written = 0;
    int at = 0;
    long held = 0;
    int heldBits = 0;
    int width = 9;
    int free = FIRST_FREE;
    int lastStart = -1;
    int lastLength = 0;
    while (written < limit) {
      while (heldBits < width && at < count) {
        held = (held << 8) | (packed[at++] & 0xff);
        heldBits += 8;
      }
      if (heldBits < width) {
        return written;
      }
      heldBits -= width;
      int code = (int) (held >>> heldBits) & ((1 << width) - 1);
      if (code == END) {
        return written;
      }
      if (code == CLEAR) {
        width = 9;
        free = FIRST_FREE;
        lastStart = -1;
        continue;
      }
      if (lastStart >= 0 && free < TABLE_SIZE) {
        starts[free] = lastStart;
        lengths[free] = lastLength + 1;
        free++;
      }
      if (code >= free) {
        throw new DataFormatException("LZW code " + code + " is not in the table");
      }
      int start = written;
      if (code < CLEAR) {
        out[written++] = (byte) code;
        lastLength = 1;
      } else {
        int from = starts[code];
        int end = Math.min(limit, written + lengths[code]);
        while (written < end) {
          out[written++] = out[from++];
        }
        lastLength = lengths[code];
      }
      lastStart = start;
      if (free == (1 << width) - 1 && width < 12) {
        width++;
      }
    }
    return written;
  }
}
