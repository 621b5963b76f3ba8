package org.sitewatch.ingest.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Raw codes as little-endian bytes, whatever file they came from, and the hash over them. */
public final class PixelBytes {
  /** So much of a band becomes bytes at a time, to stay in the processor's cache. */
  private static final int PART_BYTES = 16 << 10;

  private PixelBytes() {}

  /** Bytes seen as little-endian numbers of an array type. */
  static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** SHA-256 over the codes of all bands, one band after the other, as 64 hex digits. */
  public static String sha256(Samples samples) {
    var digest = new PixelDigest();
    for (int band = 0; band < samples.bands(); band++) {
      digest.update(littleEndian(samples, band));
    }
    return digest.sha256();
  }

  /** CRC-32C over the same bytes, as 8 hex digits: notices damage, not intent. */
  public static String crc32c(Samples samples) {
    var sum = new CRC32C();
    int pixels = Math.multiplyExact(samples.width(), samples.height());
    int size = samples.type().bytes();
    var part = new byte[Math.min(PART_BYTES, Math.multiplyExact(pixels, size))];
    for (int band = 0; band < samples.bands(); band++) {
      for (int from = 0; from < pixels; from += part.length / size) {
        int count = Math.min(part.length / size, pixels - from);
        toLittleEndian(samples, band, from, count, part);
        sum.update(part, 0, count * size);
      }
    }
    return HexFormat.of().toHexDigits((int) sum.getValue());
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
    toLittleEndian(samples, band, 0, count, bytes);
    return bytes;
  }

  private static void toLittleEndian(Samples samples, int band, int from, int count, byte[] out) {
    var buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    switch (samples.type()) {
      case U8, I8 -> buffer.put(samples.bytes(band), from, count);
      case U16, I16 -> buffer.asShortBuffer().put(samples.shorts(band), from, count);
      case U32, I32 -> buffer.asIntBuffer().put(samples.ints(band), from, count);
      case U64, I64 -> buffer.asLongBuffer().put(samples.longs(band), from, count);
      case F32 -> buffer.asFloatBuffer().put(samples.floats(band), from, count);
      case F64 -> buffer.asDoubleBuffer().put(samples.doubles(band), from, count);
    }
  }
}
