package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Streams for the decoders to agree on, by the JDK. */
final class ZlibStreams {
  private ZlibStreams() {}

  static byte[] packed(byte[] plain, int level, int strategy) {
    var deflater = new Deflater(level);
    try {
      deflater.setStrategy(strategy);
      deflater.setInput(plain);
      deflater.finish();
      var out = new byte[plain.length * 2 + 100];
      int count = 0;
      while (!deflater.finished()) {
        count += deflater.deflate(out, count, out.length - count);
      }
      return Arrays.copyOf(out, count);
    } finally {
      deflater.end();
    }
  }

  static byte[] inflated(byte[] packed, int size) {
    var jdk = new Inflater();
    try {
      jdk.setInput(packed);
      var out = new byte[size];
      assertEquals(size, jdk.inflate(out));
      return out;
    } catch (DataFormatException e) {
      throw new AssertionError("the JDK refuses it", e);
    } finally {
      jdk.end();
    }
  }

  /** Noise that begins like a stream with a block of fixed or of its own codes. */
  static byte[] noise(Random random, int i) {
    var noise = new byte[random.nextInt(400)];
    random.nextBytes(noise);
    if (noise.length > 3) {
      noise[0] = 0x78;
      noise[1] = (byte) 0x9c;
      noise[2] = (byte) (noise[2] & 0xf8 | 5 - (i & 2));
    }
    return noise;
  }
}
