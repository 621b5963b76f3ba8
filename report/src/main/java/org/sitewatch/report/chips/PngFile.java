package org.sitewatch.report.chips;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A picture as PNG, the same bytes on every machine. */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BYTES_A_PIXEL = 3;

  private PngFile() {}

  /**
   * @param rgb red, green, blue of each pixel, row by row
   */
  static byte[] bytes(int width, int height, byte[] rgb) {
    int row = width * BYTES_A_PIXEL;
    byte[] lines = new byte[(row + 1) * height]; // each begins with 0: no filter
    for (int y = 0; y < height; y++) {
      System.arraycopy(rgb, y * row, lines, y * (row + 1) + 1, row);
    }
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2); // eight bits, red green blue
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", FixedDeflate.zlib(lines, BYTES_A_PIXEL, row + 1));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
