package org.sitewatch.ingest.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Raw codes as little-endian bytes, whatever file they came from, and the hash over them. */
public final class PixelBytes {
  private PixelBytes() {}

  /** SHA-256 over the codes of all bands, one band after the other, as 64 hex digits. */
  public static String sha256(Samples samples) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (int band = 0; band < samples.bands(); band++) {
        digest.update(littleEndian(samples, band));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** Numbers out of little-endian bytes. */
  static void fromLittleEndian(
      SampleType type, byte[] raw, int from, int count, Object out, int outAt) {
    if (type.bytes() == 1) {
      System.arraycopy(raw, from, out, outAt, count);
      return;
    }
    var buffer = ByteBuffer.wrap(raw, from, count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case U16, I16 -> buffer.asShortBuffer().get((short[]) out, outAt, count);
      case U32, I32 -> buffer.asIntBuffer().get((int[]) out, outAt, count);
      case U64, I64 -> buffer.asLongBuffer().get((long[]) out, outAt, count);
      case F32 -> buffer.asFloatBuffer().get((float[]) out, outAt, count);
      default -> buffer.asDoubleBuffer().get((double[]) out, outAt, count);
    }
  }

  /** One band row by row; the codes' own array if they are bytes. */
  static byte[] littleEndian(Samples samples, int band) {
    if (samples.type().bytes() == 1) {
      return samples.bytes(band);
    }
    int count = Math.multiplyExact(samples.width(), samples.height());
    var bytes = new byte[Math.multiplyExact(count, samples.type().bytes())];
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    switch (samples.type()) {
      case U16, I16 -> buffer.asShortBuffer().put(samples.shorts(band), 0, count);
      case U32, I32 -> buffer.asIntBuffer().put(samples.ints(band), 0, count);
      case U64, I64 -> buffer.asLongBuffer().put(samples.longs(band), 0, count);
      case F32 -> buffer.asFloatBuffer().put(samples.floats(band), 0, count);
      default -> buffer.asDoubleBuffer().put(samples.doubles(band), 0, count);
    }
    return bytes;
  }
}
