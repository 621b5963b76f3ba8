package org.sitewatch.ingest.tiff;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** What the tags of a file say of the JPEGs in it, beyond what they say of any block. */
final class JpegTags {
  private static final int MOST_TABLE_BYTES = 1 << 16;

  private final int photometric;
  private final int[] subsampling;
  private final byte[] tables;

  private JpegTags(int photometric, int[] subsampling, byte[] tables) {
    this.photometric = photometric;
    this.subsampling = subsampling;
    this.tables = tables;
  }

  /**
   * @param name what messages call the file
   */
  static JpegTags of(Ifd directory, String name) throws TiffException {
    byte[] tables = {};
    if (directory.has(TiffTag.JPEG_TABLES)) {
      tables = directory.opaque(TiffTag.JPEG_TABLES, MOST_TABLE_BYTES);
      try {
        JpegFrame.checkTables(tables);
      } catch (IOException e) {
        throw new TiffException(name, "tag " + TiffTag.JPEG_TABLES + ": " + e.getMessage(), e);
      }
    }
    int[] subsampling = {};
    if (directory.has(TiffTag.YCBCR_SUBSAMPLING)) {
      long[] values = directory.integers(TiffTag.YCBCR_SUBSAMPLING, 2, 2);
      subsampling = new int[values.length];
      for (int i = 0; i < values.length; i++) {
        subsampling[i] = (int) Math.min(values[i], 0xffff);
      }
    }
    int photometric = (int) Math.min(directory.integer(TiffTag.PHOTOMETRIC, 1), 0xffff);
    return new JpegTags(photometric, subsampling, tables);
  }

  /** A TIFF of one JPEG and nothing else, without any other tag of the file it comes from. */
  byte[] fileOf(byte[] packed, int count, JpegFrame frame) {
    var directory = new DirectoryBuilder();
    directory.longs(TiffTag.WIDTH, frame.width());
    directory.longs(TiffTag.HEIGHT, frame.height());
    directory.repeatedShort(TiffTag.BITS_PER_SAMPLE, 8, frame.colours());
    directory.shorts(TiffTag.COMPRESSION, Compression.JPEG.code());
    directory.shorts(TiffTag.PHOTOMETRIC, photometric);
    directory.shorts(TiffTag.SAMPLES_PER_PIXEL, frame.colours());
    directory.shorts(TiffTag.PLANAR_CONFIGURATION, 1);
    if (tables.length > 0) {
      directory.opaque(TiffTag.JPEG_TABLES, tables);
    }
    if (subsampling.length > 0) {
      directory.shorts(TiffTag.YCBCR_SUBSAMPLING, subsampling);
    }
    directory.blocks(frame.width(), frame.height(), false, 1);
    long start = directory.placeAt(DirectoryBuilder.HEADER_BYTES);
    directory.placeBlocksAt(start, List.of(Arrays.copyOf(packed, count)));
    byte[] head = directory.bytes(true, true);
    byte[] file = Arrays.copyOf(head, head.length + count);
    System.arraycopy(packed, 0, file, head.length, count);
    return file;
  }
}
