package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of a damaged stream hangs on the stream, not on the machine. */
class ZlibExpanderTest {
  private static final int SIZE = 500;

  private static byte[] plain() {
    var plain = new byte[SIZE];
    new Random(3).nextBytes(plain);
    return plain;
  }

  /** Its last block says that another follows, which does not; then the sum. */
  private static byte[] withoutEnd(byte[] plain) {
    var deflater = new Deflater(6);
    deflater.setInput(plain);
    var packed = new byte[2 * SIZE];
    int count = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
    deflater.end();
    var adler = new Adler32();
    adler.update(plain);
    ByteBuffer.wrap(packed).putInt(count, (int) adler.getValue());
    return Arrays.copyOf(packed, count + Integer.BYTES);
  }

  private static byte[] expand(byte[] packed, boolean isNative) throws DataFormatException {
    var fast = isNative ? NativeInflater.ofThisMachine() : Optional.<NativeInflater>empty();
    assumeTrue(fast.isPresent() || !isNative, "no native code for this machine");
    try (var expander = new ZlibExpander(fast)) {
      var out = new byte[SIZE + BlockDecompressor.SLACK_BYTES];
      byte[] roomy = Arrays.copyOf(packed, packed.length + BlockDecompressor.SLACK_BYTES);
      assertEquals(SIZE, expander.expand(roomy, packed.length, out, SIZE));
      return Arrays.copyOf(out, SIZE);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLostEndIsNoLossWhereTheSumFits(boolean isNative) throws DataFormatException {
    byte[] plain = plain();
    assertArrayEquals(plain, expand(withoutEnd(plain), isNative));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aLostEndIsRefusedWhereTheSumDoesNotFit(boolean isNative) {
    byte[] packed = withoutEnd(plain());
    for (int at : new int[] {packed.length - 1, packed.length - 4, 100, 300}) {
      byte[] damaged = packed.clone();
      damaged[at] ^= 1;
      assertThrows(DataFormatException.class, () -> expand(damaged, isNative), "at " + at);
    }
  }

  /** Arrays are used again: the sum must be that of what this stream gives. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatABlockBeforeLeftIsNotTaken(boolean isNative) throws DataFormatException {
    byte[] packed = withoutEnd(plain());
    byte[] damaged = packed.clone();
    damaged[2] |= 6; // a block of a kind that there is not
    var fast = isNative ? NativeInflater.ofThisMachine() : Optional.<NativeInflater>empty();
    try (var expander = new ZlibExpander(fast)) {
      var out = new byte[SIZE + BlockDecompressor.SLACK_BYTES];
      int roomy = packed.length + BlockDecompressor.SLACK_BYTES;
      expander.expand(Arrays.copyOf(packed, roomy), packed.length, out, SIZE);
      assertThrows(
          DataFormatException.class,
          () -> expander.expand(Arrays.copyOf(damaged, roomy), damaged.length, out, SIZE));
    }
  }
}
