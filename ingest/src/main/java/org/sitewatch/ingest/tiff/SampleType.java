package org.sitewatch.ingest.tiff;

import java.util.Arrays;
import java.util.Optional;

/** What one number of a band is, and the primitive array that holds a band of it. */
public enum SampleType {
  U8(1, 1),
  I8(1, 2),
  U16(2, 1),
  I16(2, 2),
  U32(4, 1),
  I32(4, 2),
  U64(8, 1),
  I64(8, 2),
  F32(4, 3),
  F64(8, 3);

  private final int bytes;
  private final int format;

  SampleType(int bytes, int format) {
    this.bytes = bytes;
    this.format = format;
  }

  /** The type with these bits and this TIFF sample format (1 unsigned, 2 signed, 3 float). */
  static Optional<SampleType> of(int bits, int format) {
    return Arrays.stream(values())
        .filter(type -> type.bytes * 8 == bits && type.format == format)
        .findFirst();
  }

  /** Bytes a number takes. */
  public int bytes() {
    return bytes;
  }

  public boolean isFloat() {
    return format == 3;
  }

  /** TIFF SampleFormat: 1 unsigned, 2 signed, 3 float. */
  int format() {
    return format;
  }

  /** A zeroed byte[], short[], int[], long[], float[] or double[]. */
  Object newArray(int length) {
    return switch (this) {
      case U8, I8 -> new byte[length];
      case U16, I16 -> new short[length];
      case U32, I32 -> new int[length];
      case U64, I64 -> new long[length];
      case F32 -> new float[length];
      case F64 -> new double[length];
    };
  }

  /** Fills a part of such an array with a value, rounded and clamped to what the type can hold. */
  void fill(Object array, int from, int to, double value) {
    switch (this) {
      case U8 -> Arrays.fill((byte[]) array, from, to, (byte) clamp(value, 0, 255));
      case I8 -> Arrays.fill((byte[]) array, from, to, (byte) clamp(value, -128, 127));
      case U16 -> Arrays.fill((short[]) array, from, to, (short) clamp(value, 0, 65535));
      case I16 -> Arrays.fill((short[]) array, from, to, (short) clamp(value, -32768, 32767));
      case U32 -> Arrays.fill((int[]) array, from, to, (int) clamp(value, 0, 0xffffffffL));
      case I32 ->
          Arrays.fill(
              (int[]) array, from, to, (int) clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case U64 -> Arrays.fill((long[]) array, from, to, clampToUnsigned(value));
      case I64 -> Arrays.fill((long[]) array, from, to, (long) Math.rint(value));
      case F32 -> Arrays.fill((float[]) array, from, to, (float) value);
      case F64 -> Arrays.fill((double[]) array, from, to, value);
    }
  }

  private static long clamp(double value, long low, long high) {
    return (long) Math.max(low, Math.min(high, Math.rint(value)));
  }

  private static long clampToUnsigned(double value) {
    if (value < 0x1p63) {
      return (long) Math.max(0, Math.rint(value));
    }
    return value >= 0x1p64 ? -1L : (long) (value - 0x1p63) + Long.MIN_VALUE;
  }
}
