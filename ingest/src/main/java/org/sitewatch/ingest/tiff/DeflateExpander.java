package org.sitewatch.ingest.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Expands zlib streams (RFC 1950, 1951) whose size is known, faster than the JDK does: the input is
 * taken eight bytes at a time, and a table gives a symbol with its base and extra bits at once, a
 * literal together with a short length code behind it. The check sum is always compared. Anything
 * out of the ordinary is left to the JDK's own decoder, which then finds the words for what is
 * wrong.
 */
final class DeflateExpander {
  /** The input array must go on so many bytes past the input, with whatever in them. */
  static final int INPUT_SLACK = 40;

  /** The output array must go on so many bytes past the limit; they are overwritten. */
  static final int OUTPUT_SLACK = 280;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LITERAL_BITS = 11;
  private static final int DISTANCE_BITS = 9;
  private static final int LENGTH_CODE_BITS = 7;
  private static final int[] LENGTH_CODE_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final DeflateTable literals = new DeflateTable(LITERAL_BITS, literalSymbols());
  private final DeflateTable distances = new DeflateTable(DISTANCE_BITS, distanceSymbols());
  private final DeflateTable codeLengths = new DeflateTable(LENGTH_CODE_BITS, plainSymbols());
  private final int[] lengths = new int[320];
  private byte[] in = {};
  private int end;
  private int at;
  private long held;
  private int heldBits;

  private static int[] plainSymbols() {
    var symbols = new int[19];
    Arrays.setAll(symbols, symbol -> symbol << 16);
    return symbols;
  }

  private static int[] literalSymbols() {
    var symbols = new int[288];
    for (int literal = 0; literal < 256; literal++) {
      symbols[literal] = literal << 16 | DeflateTable.LITERAL;
    }
    symbols[256] = DeflateTable.END;
    int base = 3;
    for (int code = 0; code < 28; code++) {
      int extra = code < 8 ? 0 : code / 4 - 1;
      symbols[257 + code] = (base - 3) << 24 | extra;
      base += 1 << extra;
    }
    symbols[285] = (258 - 3) << 24;
    symbols[286] = DeflateTable.UNUSED;
    symbols[287] = DeflateTable.UNUSED;
    return symbols;
  }

  private static int[] distanceSymbols() {
    var symbols = new int[32];
    symbols[30] = DeflateTable.UNUSED;
    symbols[31] = DeflateTable.UNUSED;
    int base = 1;
    for (int code = 0; code < 30; code++) {
      int extra = code < 4 ? 0 : code / 2 - 1;
      symbols[code] = base << 16 | extra;
      base += 1 << extra;
    }
    return symbols;
  }

  /** Whether the input is a sound stream of exactly {@code size} bytes, which then are in out. */
  boolean expand(byte[] packed, int count, byte[] out, int size) {
    if (count < 6 || packed.length < count + INPUT_SLACK || out.length < size + OUTPUT_SLACK) {
      return false;
    }
    int head = (packed[0] & 0xff) << 8 | packed[1] & 0xff;
    if ((head >> 8 & 15) != 8 || head % 31 != 0 || (head & 0x20) != 0) {
      return false;
    }
    in = packed;
    end = count;
    at = 2;
    held = 0;
    heldBits = 0;
    int written = 0;
    boolean last = false;
    while (!last && written >= 0) {
      refill();
      last = take(1) == 1;
      written =
          switch (take(2)) {
            case 0 -> copyStored(out, written, size);
            case 1 -> useFixedCodes() ? expandBlock(out, written, size) : -1;
            case 2 -> readCodes() ? expandBlock(out, written, size) : -1;
            default -> -1;
          };
    }
    return written == size && sumIsRight(out, size);
  }

  private void refill() {
    held |= (long) LONG.get(in, Math.min(at, end)) << heldBits;
    int bytes = (63 - heldBits) >>> 3;
    at += bytes;
    heldBits += bytes << 3;
  }

  private int take(int bits) {
    int value = (int) held & ((1 << bits) - 1);
    held >>>= bits;
    heldBits -= bits;
    return value;
  }

  /** Gives back what was taken ahead and goes on at a whole byte. */
  private void alignToByte() {
    at -= heldBits >>> 3;
    held = 0;
    heldBits = 0;
  }

  private boolean sumIsRight(byte[] out, int size) {
    alignToByte();
    if (at + StreamSum.BYTES > end) {
      return false;
    }
    return StreamSum.isAt(in, at, out, size);
  }

  private int copyStored(byte[] out, int written, int size) {
    alignToByte();
    if (at + 4 > end) {
      return -1;
    }
    int head = (int) (long) LONG.get(in, at);
    int count = head & 0xffff;
    at += 4;
    if (count != (~head >>> 16) || at + count > end || written + count > size) {
      return -1;
    }
    System.arraycopy(in, at, out, written, count);
    at += count;
    return written + count;
  }

  private boolean useFixedCodes() {
    Arrays.fill(lengths, 0, 144, 8);
    Arrays.fill(lengths, 144, 256, 9);
    Arrays.fill(lengths, 256, 280, 7);
    Arrays.fill(lengths, 280, 288, 8);
    Arrays.fill(lengths, 288, 320, 5);
    return literals.build(lengths, 0, 288) && distances.build(lengths, 288, 32);
  }

  private boolean readCodes() {
    int literalCount = take(5) + 257;
    int distanceCount = take(5) + 1;
    int codeCount = take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) {
      return false;
    }
    Arrays.fill(lengths, 0, 19, 0);
    for (int i = 0; i < codeCount; i++) {
      refill();
      lengths[LENGTH_CODE_ORDER[i]] = take(3);
    }
    if (!codeLengths.build(lengths, 0, 19)) {
      return false;
    }
    int count = literalCount + distanceCount;
    int filled = 0;
    while (filled < count) {
      refill();
      int entry = codeLengths.entries()[(int) held & ((1 << LENGTH_CODE_BITS) - 1)];
      if ((entry & 63) == 0 || at > end + 8) {
        return false;
      }
      take(entry & 63);
      int symbol = entry >>> 16;
      int value = symbol < 16 ? symbol : 0;
      int times = 1;
      if (symbol == 16) {
        if (filled == 0) {
          return false;
        }
        value = lengths[filled - 1];
        times = 3 + take(2);
      } else if (symbol == 17) {
        times = 3 + take(3);
      } else if (symbol == 18) {
        times = 11 + take(7);
      }
      if (filled + times > count) {
        return false;
      }
      Arrays.fill(lengths, filled, filled + times, value);
      filled += times;
    }
    boolean areCodes =
        lengths[256] != 0
            && literals.build(lengths, 0, literalCount)
            && distances.build(lengths, literalCount, distanceCount);
    if (areCodes) {
      literals.joinLiteralsToLengths();
    }
    return areCodes;
  }

  /**
   * Expands to the end of a block; says how far the output reaches, -1 if it cannot be. The place
   * of a literal is written for every entry, and passed only by those that have one: a branch
   * foreseen wrongly costs more.
   */
  private int expandBlock(byte[] out, int from, int size) {
    int[] literalTable = literals.entries();
    int[] distanceTable = distances.entries();
    byte[] source = in;
    int position = at;
    int lastPosition = end + 8;
    long bits = held;
    int count = heldBits;
    int written = from;
    while (written <= size && position <= lastPosition) {
      bits |= (long) LONG.get(source, position) << count;
      position += (63 - count) >>> 3;
      count |= 56;
      int entry = literalTable[(int) bits & ((1 << LITERAL_BITS) - 1)];
      out[written] = (byte) (entry >>> 16);
      written += DeflateTable.literals(entry);
      if ((entry & DeflateTable.ONLY_LITERAL) != 0) {
        bits >>>= entry;
        count -= entry & 63;
        bits |= (long) LONG.get(source, position) << count;
        position += (63 - count) >>> 3;
        count |= 56;
        entry = literalTable[(int) bits & ((1 << LITERAL_BITS) - 1)];
        out[written] = (byte) (entry >>> 16);
        written += DeflateTable.literals(entry);
      }
      if ((entry & DeflateTable.LINK) != 0) {
        int index = (int) (bits >>> LITERAL_BITS) & ((1 << (entry >>> 8 & 31)) - 1);
        entry = literalTable[(entry >>> 16) + index];
        out[written] = (byte) (entry >>> 16);
        written += DeflateTable.literals(entry);
      }
      if ((entry & DeflateTable.ONLY_LITERAL) != 0) {
        bits >>>= entry;
        count -= entry & 63;
        continue;
      }
      if ((entry & DeflateTable.END) != 0) {
        at = position;
        held = bits >>> entry;
        heldBits = count - (entry & 63);
        return written;
      }
      int length = 3 + (entry >>> 24) + extraBits(bits, entry);
      bits >>>= entry;
      count -= entry & 63;
      int far = distanceTable[(int) bits & ((1 << DISTANCE_BITS) - 1)];
      if ((far & DeflateTable.LINK) != 0) {
        int index = (int) (bits >>> DISTANCE_BITS) & ((1 << (far >>> 8 & 31)) - 1);
        far = distanceTable[(far >>> 16) + index];
      }
      int distance = (far >>> 16) + extraBits(bits, far);
      bits >>>= far;
      count -= far & 63;
      if ((entry & 63) == 0 || (far & 63) == 0 || distance > written) {
        return -1;
      }
      repeat(out, written, distance, length);
      written += length;
    }
    return -1;
  }

  /** The number in the extra bits behind the codes of an entry. */
  private static int extraBits(long bits, int entry) {
    int codeBits = entry >>> 8 & 31;
    return (int) (bits >>> codeBits) & ((1 << (entry & 63) - codeBits) - 1);
  }

  /** Copies what was written {@code distance} bytes ago; up to 7 bytes more than asked for. */
  private static void repeat(byte[] out, int written, int distance, int length) {
    int to = written + length;
    int from = written - distance;
    if (distance >= 8) {
      LONG.set(out, written, (long) LONG.get(out, from)); // most are no longer than that
      for (int i = 8; i < length; i += 8) {
        LONG.set(out, written + i, (long) LONG.get(out, from + i));
      }
    } else if (distance == 1) {
      Arrays.fill(out, written, to, out[from]);
    } else {
      for (int i = written; i < to; i++) {
        out[i] = out[from++];
      }
    }
  }
}
