package org.sitewatch.report.chips;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Deflate (RFC 1951) in a zlib stream (RFC 1950), with the fixed codes and two places to repeat
 * from: some bytes back, which for enlarged pictures is the pixel beside, and many bytes back, the
 * row above. What {@code java.util.zip} writes depends on the zlib of the machine; this does not.
 */
final class FixedDeflate {
  private static final int LONGEST = 258;
  private static final int LEAST_NEAR = 3;

  /** A repetition from far costs about as much as three literals. */
  private static final int LEAST_FAR = 4;

  private static final int FARTHEST = 32768;
  private static final int END_OF_BLOCK = 256;

  private byte[] out;
  private int size;
  private int bits;
  private int bitCount;

  private FixedDeflate(int expanded) {
    out = new byte[expanded / 8 + 64];
  }

  /**
   * @param near bytes of a pixel
   * @param far bytes of a row
   */
  static byte[] zlib(byte[] data, int near, int far) {
    var deflate = new FixedDeflate(data.length);
    deflate.write(0x78); // deflate, window of 32 KiB
    deflate.write(0x01); // fast; makes the two a multiple of 31
    deflate.block(data, near, far);
    var sum = new Adler32();
    sum.update(data, 0, data.length);
    for (int shift = 24; shift >= 0; shift -= 8) {
      deflate.write((int) (sum.getValue() >>> shift));
    }
    return Arrays.copyOf(deflate.out, deflate.size);
  }

  private void block(byte[] data, int near, int far) {
    put(1, 1); // the last block
    put(1, 2); // of fixed codes
    for (int at = 0; at < data.length; ) {
      int above = far <= FARTHEST ? repeated(data, at, far) : 0;
      int beside = above == LONGEST ? 0 : repeated(data, at, near);
      if (above >= LEAST_FAR && above >= beside) {
        repeat(above, far);
        at += above;
      } else if (beside >= LEAST_NEAR) {
        repeat(beside, near);
        at += beside;
      } else {
        symbol(data[at++] & 0xff);
      }
    }
    symbol(END_OF_BLOCK);
    put(0, (8 - bitCount % 8) % 8);
  }

  private static int repeated(byte[] data, int at, int distance) {
    if (at < distance) {
      return 0;
    }
    int most = Math.min(LONGEST, data.length - at);
    int length = 0;
    while (length < most && data[at + length] == data[at + length - distance]) {
      length++;
    }
    return length;
  }

  private void repeat(int length, int distance) {
    if (length == LONGEST) {
      symbol(285);
    } else {
      int offset = length - 3;
      int extra = Math.max(0, bitLength(offset) - 3);
      symbol(257 + 4 * extra + (offset >> extra));
      put(offset & (1 << extra) - 1, extra);
    }
    int offset = distance - 1;
    int extra = Math.max(0, bitLength(offset) - 2);
    huffman(2 * extra + (offset >> extra), 5);
    put(offset & (1 << extra) - 1, extra);
  }

  private static int bitLength(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }

  /** RFC 1951, 3.2.6. */
  private void symbol(int code) {
    if (code < 144) {
      huffman(0x30 + code, 8);
    } else if (code < 256) {
      huffman(0x190 + code - 144, 9);
    } else if (code < 280) {
      huffman(code - 256, 7);
    } else {
      huffman(0xc0 + code - 280, 8);
    }
  }

  /** Codes begin with their highest bit, all else with its lowest. */
  private void huffman(int code, int length) {
    put(Integer.reverse(code) >>> Integer.SIZE - length, length);
  }

  private void put(int value, int count) {
    bits |= value << bitCount;
    bitCount += count;
    while (bitCount >= 8) {
      write(bits);
      bits >>>= 8;
      bitCount -= 8;
    }
  }

  private void write(int octet) {
    if (size == out.length) {
      out = Arrays.copyOf(out, 2 * size);
    }
    out[size++] = (byte) octet;
  }
}
