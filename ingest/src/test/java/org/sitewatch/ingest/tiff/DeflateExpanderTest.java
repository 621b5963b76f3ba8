package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Compared to the JDK's Inflater. */
class DeflateExpanderTest {
  private static final long SEED = 17;
  private final DeflateExpander expander = new DeflateExpander();

  /** Bytes of a kind: noise, few values, runs, a ramp with noise, words that come again. */
  private static byte[] plain(int kind, int size, Random random) {
    var bytes = new byte[size];
    random.nextBytes(bytes);
    for (int i = 0; i < size; i++) {
      int noise = bytes[i] & 0xff;
      bytes[i] =
          switch (kind) {
            case 0 -> (byte) noise;
            case 1 -> (byte) (noise % 3);
            case 2 -> noise < 250 && i > 0 ? bytes[i - 1] : (byte) noise;
            case 3 -> (byte) (Math.round(random.nextGaussian() * 20) + i / 100);
            default -> i > 400 && noise < 253 ? bytes[i - 1 - noise] : (byte) (noise % 40);
          };
    }
    return bytes;
  }

  private boolean expand(byte[] packed, byte[] out, int size) {
    var padded = Arrays.copyOf(packed, packed.length + DeflateExpander.INPUT_SLACK);
    Arrays.fill(padded, packed.length, padded.length, (byte) 0x5a);
    return expander.expand(padded, packed.length, out, size);
  }

  @Test
  void everythingTheJdkPacksIsExpanded() {
    var random = new Random(SEED);
    int[] strategies = {Deflater.DEFAULT_STRATEGY, Deflater.HUFFMAN_ONLY, Deflater.FILTERED};
    for (int kind = 0; kind < 5; kind++) {
      for (int size : new int[] {0, 1, 2, 17, 300, 5000, 15000}) {
        for (int level : new int[] {0, 1, 6, 9}) {
          for (int strategy : strategies) {
            var plain = plain(kind, size, random);
            var packed = ZlibStreams.packed(plain, level, strategy);
            var out = new byte[size + DeflateExpander.OUTPUT_SLACK];
            String what = "kind %d, %d bytes, level %d".formatted(kind, size, level);
            assertTrue(expand(packed, out, size), what);
            assertArrayEquals(plain, Arrays.copyOf(out, size), what);
          }
        }
      }
    }
  }

  @Test
  void anotherSizeThanExpectedIsLeftToTheJdk() {
    var packed = ZlibStreams.packed(plain(3, 1000, new Random(SEED)), 6, Deflater.DEFAULT_STRATEGY);
    var out = new byte[3000];
    assertFalse(expand(packed, out, 999));
    assertFalse(expand(packed, out, 500));
    assertFalse(expand(packed, out, 1001));
    assertTrue(expand(packed, out, 1000));
  }

  @Test
  void damagedStreamIsAcceptedOnlyIfTheJdkAcceptsItToo() {
    var random = new Random(SEED);
    int accepted = 0;
    for (int i = 0; i < 2000; i++) {
      int size = 1 + random.nextInt(3000);
      var plain = plain(random.nextInt(5), size, random);
      var packed = ZlibStreams.packed(plain, random.nextInt(10), Deflater.DEFAULT_STRATEGY);
      if (random.nextInt(3) == 0) {
        packed = Arrays.copyOf(packed, random.nextInt(packed.length + 1));
      } else {
        packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      var out = new byte[size + DeflateExpander.OUTPUT_SLACK];
      if (expand(packed, out, size)) {
        accepted++;
        assertArrayEquals(
            ZlibStreams.inflated(packed, size), Arrays.copyOf(out, size), "seed " + SEED);
      }
    }
    assertTrue(accepted < 100, "accepted: " + accepted);
  }

  @Test
  void noiseIsNeverExpanded() {
    var random = new Random(SEED);
    for (int i = 0; i < 5000; i++) {
      byte[] noise = ZlibStreams.noise(random, i);
      assertFalse(expand(noise, new byte[2000], 1500));
    }
  }
}
