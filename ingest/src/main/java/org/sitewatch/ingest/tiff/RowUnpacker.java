package org.sitewatch.ingest.tiff;

import java.lang.invoke.VarHandle;

/**
 * From the bytes of a block's row to the numbers of its bands: the predictor is undone in the
 * bytes, as far as somebody wants them, then numbers are taken out.
 */
final class RowUnpacker {
  private static final VarHandle SHORT = PixelBytes.view(short[].class);
  private static final VarHandle INT = PixelBytes.view(int[].class);
  private static final VarHandle LONG = PixelBytes.view(long[].class);

  private final SampleType type;
  private final int bands;
  private final int predictor;
  private final boolean bigEndian;
  private final byte[] row;

  RowUnpacker(BlockLayout layout, BlockCoding coding) {
    type = layout.type();
    bands = layout.bandsInBlock();
    predictor = coding.predictor();
    bigEndian = coding.bigEndian() || predictor == 3;
    row = new byte[predictor == 3 ? layout.rowBytes() : 0];
  }

  /**
   * Undoes the predictor of a row, once, before its numbers are unpacked.
   *
   * @param rowAt where the row begins in {@code raw}
   * @param columns how many of the row's first pixels will be asked for
   */
  void undo(byte[] raw, int rowAt, int rowBytes, int columns) {
    if (predictor == 2) {
      int first = bands * type.bytes();
      int end = rowAt + columns * first;
      switch (type.bytes()) {
        case 1 -> addBytes(raw, rowAt, end, first);
        case 2 -> addShorts(raw, rowAt, end, first);
        case 4 -> addInts(raw, rowAt, end, first);
        default -> addLongs(raw, rowAt, end, first);
      }
    } else if (predictor == 3) {
      addBytes(raw, rowAt, rowAt + rowBytes, bands);
      joinPlanes(raw, rowAt, rowBytes);
    }
  }

  private void joinPlanes(byte[] raw, int rowAt, int rowBytes) {
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

  private static void addBytes(byte[] raw, int from, int end, int step) {
    for (int at = from + step; at < end; at++) {
      raw[at] += raw[at - step];
    }
  }

  /** One sum a band that runs along the row, as waiting for the byte just written is slow. */
  private void addShorts(byte[] raw, int from, int end, int step) {
    for (int start = from; start < from + step; start += 2) {
      int sum = 0;
      if (bigEndian) {
        for (int at = start; at < end; at += step) {
          sum += Short.reverseBytes((short) SHORT.get(raw, at));
          SHORT.set(raw, at, Short.reverseBytes((short) sum));
        }
      } else {
        for (int at = start; at < end; at += step) {
          sum += (short) SHORT.get(raw, at);
          SHORT.set(raw, at, (short) sum);
        }
      }
    }
  }

  private void addInts(byte[] raw, int from, int end, int step) {
    for (int start = from; start < from + step; start += 4) {
      int sum = 0;
      for (int at = start; at < end; at += step) {
        sum += intAt(raw, at);
        INT.set(raw, at, bigEndian ? Integer.reverseBytes(sum) : sum);
      }
    }
  }

  private void addLongs(byte[] raw, int from, int end, int step) {
    for (int start = from; start < from + step; start += 8) {
      long sum = 0;
      for (int at = start; at < end; at += step) {
        sum += longAt(raw, at);
        LONG.set(raw, at, bigEndian ? Long.reverseBytes(sum) : sum);
      }
    }
  }

  /**
   * Unpacks {@code count} numbers of a band from column {@code skip} of the row on.
   *
   * @param rowAt where the row begins in {@code raw}, its predictor undone as far as that
   */
  void unpack(byte[] raw, int rowAt, int band, int skip, int count, Object out, int outAt) {
    int step = bands * type.bytes();
    int from = rowAt + band * type.bytes() + skip * step;
    if (bands == 1 && !bigEndian) {
      PixelBytes.fromLittleEndian(type, raw, from, count, out, outAt);
      return;
    }
    switch (type) {
      case U8, I8 -> {
        var bytes = (byte[]) out;
        for (int i = 0; i < count; i++) {
          bytes[outAt + i] = raw[from + i * step];
        }
      }
      case U16, I16 -> {
        var shorts = (short[]) out;
        for (int i = 0; i < count; i++) {
          shorts[outAt + i] = shortAt(raw, from + i * step);
        }
      }
      case U32, I32 -> {
        var ints = (int[]) out;
        for (int i = 0; i < count; i++) {
          ints[outAt + i] = intAt(raw, from + i * step);
        }
      }
      case F32 -> {
        var floats = (float[]) out;
        for (int i = 0; i < count; i++) {
          floats[outAt + i] = Float.intBitsToFloat(intAt(raw, from + i * step));
        }
      }
      case U64, I64 -> {
        var longs = (long[]) out;
        for (int i = 0; i < count; i++) {
          longs[outAt + i] = longAt(raw, from + i * step);
        }
      }
      case F64 -> {
        var doubles = (double[]) out;
        for (int i = 0; i < count; i++) {
          doubles[outAt + i] = Double.longBitsToDouble(longAt(raw, from + i * step));
        }
      }
    }
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
