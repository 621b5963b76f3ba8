package org.sitewatch.ingest.tiff;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * From the bytes of a block's row to the numbers of one of its bands, with the predictor undone.
 */
final class RowUnpacker {
  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private final SampleType type;
  private final int bands;
  private final boolean differences;
  private final boolean floatPlanes;
  private final boolean bigEndian;
  private final byte[] row;

  RowUnpacker(BlockLayout layout, BlockCoding coding) {
    type = layout.type();
    bands = layout.bandsInBlock();
    differences = coding.predictor() == 2;
    floatPlanes = coding.predictor() == 3;
    bigEndian = coding.bigEndian() || floatPlanes;
    row = new byte[floatPlanes ? layout.rowBytes() : 0];
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  /** Undoes predictor 3 for a row, once, before its bands are unpacked. */
  void prepare(byte[] raw, int rowAt, int rowBytes) {
    if (!floatPlanes) {
      return;
    }
    int end = rowAt + rowBytes;
    for (int at = rowAt + bands; at < end; at++) {
      raw[at] += raw[at - bands];
    }
    int size = type.bytes();
    int samples = rowBytes / size;
    for (int plane = 0; plane < size; plane++) {
      int from = rowAt + plane * samples;
      for (int sample = 0; sample < samples; sample++) {
        row[sample * size + plane] = raw[from + sample];
      }
    }
    System.arraycopy(row, 0, raw, rowAt, rowBytes);
  }

  /**
   * Unpacks {@code count} numbers of a band from column {@code skip} of the row on.
   *
   * @param rowAt where the row begins in {@code raw}
   */
  void unpack(byte[] raw, int rowAt, int band, int skip, int count, Object out, int outAt) {
    int at = rowAt + band * type.bytes();
    switch (type) {
      case U8, I8 -> bytes(raw, at, skip, count, (byte[]) out, outAt);
      case U16, I16 -> shorts(raw, at, skip, count, (short[]) out, outAt);
      case U32, I32 -> ints(raw, at, skip, count, (int[]) out, outAt);
      case F32 -> floats(raw, at, skip, count, (float[]) out, outAt);
      case U64, I64 -> longs(raw, at, skip, count, (long[]) out, outAt);
      case F64 -> doubles(raw, at, skip, count, (double[]) out, outAt);
    }
  }

  private void bytes(byte[] raw, int at, int skip, int count, byte[] out, int outAt) {
    int step = bands;
    int from = at + skip * step;
    if (!differences) {
      for (int i = 0; i < count; i++) {
        out[outAt + i] = raw[from + i * step];
      }
      return;
    }
    int sum = 0;
    for (int i = 0; i < skip; i++) {
      sum += raw[at + i * step];
    }
    for (int i = 0; i < count; i++) {
      sum += raw[from + i * step];
      out[outAt + i] = (byte) sum;
    }
  }

  private void shorts(byte[] raw, int at, int skip, int count, short[] out, int outAt) {
    int step = 2 * bands;
    int from = at + skip * step;
    if (!differences) {
      for (int i = 0; i < count; i++) {
        out[outAt + i] = shortAt(raw, from + i * step);
      }
      return;
    }
    int sum = 0;
    for (int i = 0; i < skip; i++) {
      sum += shortAt(raw, at + i * step);
    }
    for (int i = 0; i < count; i++) {
      sum += shortAt(raw, from + i * step);
      out[outAt + i] = (short) sum;
    }
  }

  private void ints(byte[] raw, int at, int skip, int count, int[] out, int outAt) {
    int step = 4 * bands;
    int from = at + skip * step;
    int sum = differences ? sumOfInts(raw, at, skip) : 0;
    for (int i = 0; i < count; i++) {
      int code = intAt(raw, from + i * step);
      sum = differences ? sum + code : code;
      out[outAt + i] = sum;
    }
  }

  private void floats(byte[] raw, int at, int skip, int count, float[] out, int outAt) {
    int step = 4 * bands;
    int from = at + skip * step;
    int sum = differences ? sumOfInts(raw, at, skip) : 0;
    for (int i = 0; i < count; i++) {
      int code = intAt(raw, from + i * step);
      sum = differences ? sum + code : code;
      out[outAt + i] = Float.intBitsToFloat(sum);
    }
  }

  private void longs(byte[] raw, int at, int skip, int count, long[] out, int outAt) {
    int step = 8 * bands;
    int from = at + skip * step;
    long sum = differences ? sumOfLongs(raw, at, skip) : 0;
    for (int i = 0; i < count; i++) {
      long code = longAt(raw, from + i * step);
      sum = differences ? sum + code : code;
      out[outAt + i] = sum;
    }
  }

  private void doubles(byte[] raw, int at, int skip, int count, double[] out, int outAt) {
    int step = 8 * bands;
    int from = at + skip * step;
    long sum = differences ? sumOfLongs(raw, at, skip) : 0;
    for (int i = 0; i < count; i++) {
      long code = longAt(raw, from + i * step);
      sum = differences ? sum + code : code;
      out[outAt + i] = Double.longBitsToDouble(sum);
    }
  }

  private int sumOfInts(byte[] raw, int at, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += intAt(raw, at + i * 4 * bands);
    }
    return sum;
  }

  private long sumOfLongs(byte[] raw, int at, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += longAt(raw, at + i * 8 * bands);
    }
    return sum;
  }

  private short shortAt(byte[] raw, int at) {
    short code = (short) SHORT.get(raw, at);
    return bigEndian ? Short.reverseBytes(code) : code;
  }

  private int intAt(byte[] raw, int at) {
    int code = (int) INT.get(raw, at);
    return bigEndian ? Integer.reverseBytes(code) : code;
  }

  private long longAt(byte[] raw, int at) {
    long code = (long) LONG.get(raw, at);
    return bigEndian ? Long.reverseBytes(code) : code;
  }
}
