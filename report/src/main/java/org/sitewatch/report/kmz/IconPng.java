package org.sitewatch.report.kmz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.sitewatch.report.marks.MarkShape;
import org.sitewatch.report.marks.StatusMark;

/**
 * The mark of a status as a PNG of {@value #SIDE} × {@value #SIDE} pixels: Earth has no network.
 */
final class IconPng {
  static final int SIDE = 40;

  private static final int SAMPLES = 4;
  private static final double RIM = 1.28;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int MAX_CHUNK_BYTES = 8 * SIDE * SIDE;

  private IconPng() {}

  static byte[] of(StatusMark mark) {
    ByteBuffer rows = ByteBuffer.allocate(SIDE * (1 + 4 * SIDE));
    for (int row = 0; row < SIDE; row++) {
      rows.put((byte) 0); // no filter
      for (int column = 0; column < SIDE; column++) {
        rows.putInt(rgba(mark, column, row));
      }
    }
    ByteBuffer png = ByteBuffer.allocate(MAX_CHUNK_BYTES);
    png.put(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
    chunk(png, "IHDR", header.put(new byte[] {8, 6, 0, 0, 0}).array());
    chunk(png, "IDAT", zlib(rows.array()));
    chunk(png, "IEND", new byte[0]);
    byte[] bytes = new byte[png.position()];
    png.flip().get(bytes);
    return bytes;
  }

  /** Colour and cover from samples within the pixel: a dark rim around the coloured shape. */
  private static int rgba(StatusMark mark, int column, int row) {
    MarkShape shape = mark.shape();
    int rim = 0;
    int inside = 0;
    for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      double x = place(column, sample % SAMPLES);
      double y = place(row, sample / SAMPLES);
      if (shape.holds(x, y)) {
        inside++;
      } else if (isRim(shape, x, y)) {
        rim++;
      }
    }
    int cover = inside + rim;
    if (cover == 0) {
      return 0;
    }
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      rgb = rgb << 8 | (mark.rgb() >> shift & 0xFF) * inside / cover;
    }
    return rgb << 8 | cover * 255 / (SAMPLES * SAMPLES);
  }

  /** Near enough to the shape: eight steps around. */
  private static boolean isRim(MarkShape shape, double x, double y) {
    double step = 1 - 1 / RIM;
    double slant = step * 0.7;
    return shape.holds(x - step, y)
        || shape.holds(x + step, y)
        || shape.holds(x, y - step)
        || shape.holds(x, y + step)
        || shape.holds(x - slant, y - slant)
        || shape.holds(x + slant, y - slant)
        || shape.holds(x - slant, y + slant)
        || shape.holds(x + slant, y + slant);
  }

  /** From -RIM to RIM over the side. */
  private static double place(int pixel, int sample) {
    return ((pixel + (sample + 0.5) / SAMPLES) / SIDE * 2 - 1) * RIM;
  }

  /** One stored block: packers differ between JVMs. */
  private static byte[] zlib(byte[] data) {
    var sum = new Adler32();
    sum.update(data);
    ByteBuffer zlib = ByteBuffer.allocate(data.length + 11);
    zlib.put((byte) 0x78).put((byte) 0x01).put((byte) 1);
    zlib.putShort(Short.reverseBytes((short) data.length));
    zlib.putShort(Short.reverseBytes((short) ~data.length));
    return zlib.put(data).putInt((int) sum.getValue()).array();
  }

  private static void chunk(ByteBuffer png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
  }
}
