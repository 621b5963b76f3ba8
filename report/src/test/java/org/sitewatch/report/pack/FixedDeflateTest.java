package org.sitewatch.report.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedDeflateTest {

  /** Every length of a repetition and distances in every class of code; zlib expands them. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, 0",
    "3, 4, 1",
    "3, 10, 300",
    "3, 257, 5000",
    "4, 1609, 9000",
    "3, 32768, 70000",
    "3, 40000, 90000"
  })
  void zlibExpandsWhatWasWritten(int near, int far, int size) throws DataFormatException {
    for (long seed = 0; seed < 20; seed++) {
      byte[] data = repetitive(new Random(seed), near, far, size);
      byte[] packed = FixedDeflate.zlib(data, new PictureRepeats(data, near, far));
      assertArrayEquals(data, expanded(packed, size), "seed " + seed);
    }
  }

  @Test
  void anEnlargedPictureShrinks() {
    int row = 3 * 480 + 1;
    byte[] data = new byte[row * 480];
    Random random = new Random(7);
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 60; x++) {
        int colour = random.nextInt(1 << 24);
        for (int i = 0; i < 64; i++) {
          int at = (8 * y + i / 8) * row + 1 + 3 * (8 * x + i % 8);
          data[at] = (byte) colour;
          data[at + 1] = (byte) (colour >> 8);
          data[at + 2] = (byte) (colour >> 16);
        }
      }
    }
    int packed = FixedDeflate.zlib(data, new PictureRepeats(data, 3, row)).length;
    assertTrue(packed < 25_000, "3600 colours by chance took " + packed + " bytes");
  }

  private static byte[] repetitive(Random random, int near, int far, int size) {
    byte[] data = new byte[size];
    for (int at = 0; at < size; ) {
      int length = Math.min(size - at, 1 + random.nextInt(400));
      int distance = random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? near : far;
      for (int end = at + length; at < end; at++) {
        boolean copies = distance > 0 && at >= distance;
        data[at] = copies ? data[at - distance] : (byte) random.nextInt(256);
      }
    }
    return data;
  }

  private static byte[] expanded(byte[] packed, int size) throws DataFormatException {
    var inflater = new Inflater();
    inflater.setInput(packed);
    byte[] data = new byte[size];
    int count = 0;
    while (!inflater.finished() && count < size) {
      count += inflater.inflate(data, count, size - count);
    }
    inflater.inflate(new byte[1]); // reads the checksum
    assertTrue(inflater.finished(), "the stream has an end");
    assertEquals(0, inflater.getRemaining());
    inflater.end();
    return data;
  }
}
