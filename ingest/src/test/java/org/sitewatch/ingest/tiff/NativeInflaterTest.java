package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Compared to the JDK's Inflater; passed over where the library does not load. */
class NativeInflaterTest {
  private static final long SEED = 41;
  private NativeInflater inflater;

  @BeforeEach
  void load() {
    var loaded = NativeInflater.ofThisMachine();
    assumeTrue(loaded.isPresent());
    inflater = loaded.get();
  }

  @AfterEach
  void close() {
    if (inflater != null) {
      inflater.close();
    }
  }

  /** Differences of neighbours as predictor 2 leaves them, every third tile with flat ground. */
  private static byte[] tile(int size, Random random) {
    var bytes = new byte[size];
    int noise = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(60);
    for (int i = 0; i + 1 < size; i += 2) {
      int step = (int) (random.nextGaussian() * noise);
      bytes[i] = (byte) step;
      bytes[i + 1] = (byte) (step >> 8);
    }
    return bytes;
  }

  @Test
  void everythingTheJdkPacksIsExpanded() {
    var random = new Random(SEED);
    for (int size : new int[] {1, 2, 17, 300, 5000, 70_000}) {
      for (int level : new int[] {0, 1, 6, 9}) {
        var plain = tile(size, random);
        var packed = ZlibStreams.packed(plain, level, Deflater.DEFAULT_STRATEGY);
        var out = new byte[size];
        assertTrue(inflater.expand(packed, packed.length, out, size), size + " at " + level);
        assertArrayEquals(plain, out, size + " at " + level);
      }
    }
  }

  @Test
  void anotherSizeThanExpectedIsLeftToTheJdk() {
    var packed = ZlibStreams.packed(tile(1000, new Random(SEED)), 6, Deflater.DEFAULT_STRATEGY);
    var out = new byte[3000];
    assertFalse(inflater.expand(packed, packed.length, out, 999));
    assertFalse(inflater.expand(packed, packed.length, out, 1001));
    assertFalse(inflater.expand(packed, packed.length - 1, out, 1000));
    assertFalse(inflater.expand(packed, 5, out, 1000));
    assertFalse(inflater.expand(packed, packed.length, out, 0));
    assertTrue(inflater.expand(packed, packed.length, out, 1000));
  }

  @Test
  void damagedTileIsAcceptedOnlyIfTheJdkAcceptsIt() {
    var random = new Random(SEED);
    int size = 8192;
    var sound = new ArrayList<byte[]>();
    for (int level = 1; level < 10; level++) {
      sound.add(ZlibStreams.packed(tile(size, random), level, Deflater.DEFAULT_STRATEGY));
    }
    int damaged = 0;
    for (int i = 0; i < 4000; i++) {
      var packed = sound.get(i % sound.size()).clone();
      int flips = 1 + random.nextInt(3);
      for (int flip = 0; flip < flips; flip++) {
        packed[random.nextInt(packed.length)] ^= (byte) (1 + random.nextInt(255));
      }
      var out = new byte[size];
      if (inflater.expand(packed, packed.length, out, size)) {
        assertArrayEquals(ZlibStreams.inflated(packed, size), out, "tile " + i + ", seed " + SEED);
      } else {
        damaged++;
      }
    }
    assertTrue(damaged > 3950, "refused: " + damaged);
  }

  @Test
  void noiseIsNeverExpanded() {
    var random = new Random(SEED);
    for (int i = 0; i < 5000; i++) {
      byte[] noise = ZlibStreams.noise(random, i);
      assertFalse(inflater.expand(noise, noise.length, new byte[1500], 1500));
    }
  }
}
