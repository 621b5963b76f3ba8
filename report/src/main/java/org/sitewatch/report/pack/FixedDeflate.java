package org.sitewatch.report.pack;

import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Deflate (RFC 1951) with the fixed codes, and what repeats found by {@link Repeats}. What {@code
 * java.util.zip} writes depends on the zlib of the machine; this does not.
 */
final class FixedDeflate {
  /** The longest repetition there is. */
  static final int LONGEST = 258;

  /** From where it can be told. */
  static final int FARTHEST = 32768;

  private static final int END_OF_BLOCK = 256;
  private static final int[] CODES = codes();

  private byte[] out;
  private int size;
  private int bits;
  private int bitCount;

  private FixedDeflate(int expanded) {
    out = new byte[expanded / 8 + 64];
  }

  /** A stream without frame, as ZIP has it. */
  static byte[] raw(byte[] data, Repeats repeats) {
    var deflate = new FixedDeflate(data.length);
    deflate.block(data, repeats);
    return Arrays.copyOf(deflate.out, deflate.size);
  }

  /** In the frame of RFC 1950, as PNG has it. */
  static byte[] zlib(byte[] data, Repeats repeats) {
    var deflate = new FixedDeflate(data.length);
    deflate.write(0x78); // deflate, window of 32 KiB
    deflate.write(0x01); // fast; makes the two a multiple of 31
    deflate.block(data, repeats);
    var sum = new Adler32();
    sum.update(data, 0, data.length);
    for (int shift = 24; shift >= 0; shift -= 8) {
      deflate.write((int) (sum.getValue() >>> shift));
    }
    return Arrays.copyOf(deflate.out, deflate.size);
  }

  private void block(byte[] data, Repeats repeats) {
    put(1, 1); // the last block
    put(1, 2); // of fixed codes
    for (int at = 0; at < data.length; ) {
      Repeats.Found found = repeats.at(at);
      if (found.length() == 0) {
        symbol(data[at++] & 0xff);
      } else {
        repeat(found.length(), found.distance());
        at += found.length();
      }
    }
    symbol(END_OF_BLOCK);
    put(0, (8 - bitCount % 8) % 8);
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
    put(reversed(2 * extra + (offset >> extra), 5), 5);
    put(offset & (1 << extra) - 1, extra);
  }

  private static int bitLength(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }

  private void symbol(int code) {
    put(CODES[code], lengthOf(code));
  }

  /** Of all symbols, as they are written. */
  private static int[] codes() {
    var codes = new int[288];
    for (int code = 0; code < codes.length; code++) {
      codes[code] = reversed(code(code), lengthOf(code));
    }
    return codes;
  }

  /** RFC 1951, 3.2.6. */
  private static int code(int symbol) {
    if (symbol < 144) {
      return 0x30 + symbol;
    }
    if (symbol < 256) {
      return 0x190 + symbol - 144;
    }
    return symbol < 280 ? symbol - 256 : 0xc0 + symbol - 280;
  }

  private static int lengthOf(int symbol) {
    if (symbol < 144) {
      return 8;
    }
    if (symbol < 256) {
      return 9;
    }
    return symbol < 280 ? 7 : 8;
  }

  /** Codes begin with their highest bit, all else with its lowest. */
  private static int reversed(int code, int length) {
    return Integer.reverse(code) >>> Integer.SIZE - length;
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
