package org.sitewatch.report.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A picture as PNG, the same bytes on every machine. */
public final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private PngFile() {}

  /**
   * @param rgb red, green, blue of each pixel, row by row
   */
  public static byte[] ofRgb(int width, int height, byte[] rgb) {
    return bytes(width, height, rgb, 3, 2);
  }

  /**
   * @param rgba red, green, blue, cover of each pixel, row by row
   */
  public static byte[] ofRgba(int width, int height, byte[] rgba) {
    return bytes(width, height, rgba, 4, 6);
  }

  private static byte[] bytes(int width, int height, byte[] pixels, int bytesAPixel, int type) {
    int row = width * bytesAPixel;
    byte[] lines = new byte[(row + 1) * height]; // each begins with 0: no filter
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, y * row, lines, y * (row + 1) + 1, row);
    }
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(width).putInt(height);
    header.put((byte) 8).put((byte) type); // eight bits a channel
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", FixedDeflate.zlib(lines, new PictureRepeats(lines, bytesAPixel, row + 1)));
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
