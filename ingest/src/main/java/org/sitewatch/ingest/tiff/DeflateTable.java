package org.sitewatch.ingest.tiff;

import java.util.Arrays;

/**
 * Decoding table of one Huffman code of Deflate (RFC 1951): the next bits of the input are the
 * index; codes longer than the first level go on in a second one. An entry holds all that the
 * decoder wants to know of a symbol, or of a literal and the length behind it:
 *
 * <pre>
 * bits 0-5    bits of the input it takes, extra bits included; 0 in a link, and if no code leads here
 * bit 6       1 if it begins with a literal
 * bits 8-12   the same as bits 0-5 without extra bits (in a link: index bits of its second level)
 * bits 13-15  ONLY_LITERAL, LINK, END
 * bits 16-23  the literal
 * bits 24-31  least length of a match, less 3
 * bits 16-31  of distances the least one, of code lengths the symbol; in a link, where the second
 *             level begins
 * </pre>
 */
final class DeflateTable {
  static final int ONLY_LITERAL = 1 << 13;
  static final int LINK = 1 << 14;
  static final int END = 1 << 15;

  private static final int BEGINS_WITH_LITERAL = 1 << 6;

  /** What an entry of one literal has beside it. */
  static final int LITERAL = ONLY_LITERAL | BEGINS_WITH_LITERAL;

  /** A symbol that has a code but no meaning. */
  static final int UNUSED = -1;

  private static final int MAX_CODE_BITS = 15;

  private final int rootBits;
  private final int[] symbols;
  private final int[] entries;
  private final int[] longest;
  private final int[] firstCodes = new int[MAX_CODE_BITS + 1];
  private final int[] counts = new int[MAX_CODE_BITS + 1];

  /**
   * @param symbols what stands in an entry for each symbol, but for the length of its code; the
   *     lowest bits count its extra bits
   */
  DeflateTable(int rootBits, int[] symbols) {
    this.rootBits = rootBits;
    this.symbols = symbols;
    longest = new int[1 << rootBits];
    int secondLevels = symbols.length << (MAX_CODE_BITS - rootBits);
    entries = new int[(1 << rootBits) + secondLevels];
  }

  /** 1 if an entry begins with a literal, else 0. */
  static int literals(int entry) {
    return entry >>> 6 & 1;
  }

  int[] entries() {
    return entries;
  }

  /** Builds the table from code lengths; false if they make no code. */
  boolean build(int[] lengths, int from, int count) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < count; i++) {
      counts[lengths[from + i]]++;
    }
    int used = count - counts[0];
    int code = 0;
    for (int bits = 1; bits <= MAX_CODE_BITS; bits++) {
      firstCodes[bits] = code;
      code += counts[bits];
      if (code > 1 << bits) {
        return false; // more codes than bits
      }
      code <<= 1;
    }
    boolean complete = code == 2 << MAX_CODE_BITS;
    if (!complete && (used > 1 || counts[1] != used)) {
      return false; // some bits would lead nowhere
    }
    if (!complete) {
      Arrays.fill(entries, 0, 1 << rootBits, 0);
    }
    fill(lengths, from, count);
    return true;
  }

  private void fill(int[] lengths, int from, int count) {
    int free = 1 << rootBits;
    int[] next = firstCodes.clone();
    boolean hasLong = false;
    for (int symbol = 0; symbol < count; symbol++) {
      int length = lengths[from + symbol];
      if (length == 0) {
        continue;
      }
      int reversed = Integer.reverse(next[length]++) >>> (32 - length);
      if (length <= rootBits) {
        int entry = entry(symbol, length);
        for (int at = reversed; at < 1 << rootBits; at += 1 << length) {
          entries[at] = entry;
        }
      } else {
        hasLong = true;
        int root = reversed & ((1 << rootBits) - 1);
        longest[root] = Math.max(longest[root], length);
      }
    }
    if (!hasLong) {
      return;
    }
    for (int root = 0; root < 1 << rootBits; root++) {
      if (longest[root] > 0) {
        int bits = longest[root] - rootBits;
        entries[root] = free << 16 | LINK | bits << 8;
        free += 1 << bits;
        longest[root] = 0;
      }
    }
    fillSecondLevels(lengths, from, count);
  }

  /**
   * Where an index holds the code of a literal and that of a length, its entry gives both: what is
   * hard to foresee is which of the two comes next. Downwards, so that the entry of what follows a
   * literal is still that of one symbol.
   */
  void joinLiteralsToLengths() {
    for (int index = (1 << rootBits) - 1; index >= 0; index--) {
      int literal = entries[index];
      int length = entries[index >>> literal];
      int codeBits = (literal & 63) + (length >>> 8 & 31);
      boolean isPair = (literal & ONLY_LITERAL) != 0 && (length & (LITERAL | LINK | END)) == 0;
      if (isPair && (length & 63) != 0 && codeBits <= rootBits) {
        entries[index] = length + literal - ONLY_LITERAL;
      }
    }
  }

  private int entry(int symbol, int length) {
    return symbols[symbol] == UNUSED ? 0 : symbols[symbol] + length + (length << 8);
  }

  private void fillSecondLevels(int[] lengths, int from, int count) {
    int[] next = firstCodes.clone();
    for (int symbol = 0; symbol < count; symbol++) {
      int length = lengths[from + symbol];
      if (length == 0) {
        continue;
      }
      int reversed = Integer.reverse(next[length]++) >>> (32 - length);
      if (length > rootBits) {
        int link = entries[reversed & ((1 << rootBits) - 1)];
        int start = link >>> 16;
        int size = 1 << (link >>> 8 & 31);
        for (int at = reversed >>> rootBits; at < size; at += 1 << (length - rootBits)) {
          entries[start + at] = entry(symbol, length);
        }
      }
    }
  }
}
