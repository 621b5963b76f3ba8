package org.sitewatch.ingest.tiff;

import java.io.IOException;

/** The size that a JPEG says of itself, looked at before anybody takes memory for it. */
record JpegFrame(int width, int height, int colours) {
  private static final int MARK = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LEAST_WITH_LENGTH = 0xc0;

  /**
   * @param packed a JPEG, from its first byte on
   * @throws IOException if it has no size before its data
   */
  static JpegFrame of(byte[] packed, int count) throws IOException {
    int at = walk(packed, count);
    if (at < 0 || at + 9 >= count || !isFrame(packed[at + 1] & 0xff)) {
      throw new IOException("its JPEG does not say its size");
    }
    return new JpegFrame(number(packed, at + 7), number(packed, at + 5), packed[at + 9] & 0xff);
  }

  /**
   * Tables come before each block: what else stands there would be read as a part of it.
   *
   * @throws IOException if they are not tables from beginning to end
   */
  static void checkTables(byte[] tables) throws IOException {
    int at = walk(tables, tables.length);
    if (at < 0 || (tables[at + 1] & 0xff) != END_OF_IMAGE) {
      throw new IOException("its JPEG tables hold something else or are cut off");
    }
  }

  /**
   * @throws IOException if it is not the JPEG of a block
   */
  void check(PixelWindow part, BlockLayout layout) throws IOException {
    if (width > layout.blockWidth() || height > layout.blockHeight()) {
      throw new IOException(
          "its JPEG is of %d x %d pixels, expected at most %d x %d"
              .formatted(width, height, layout.blockWidth(), layout.blockHeight()));
    }
    if (width < part.width() || height < part.height()) {
      throw new IOException(
          "its JPEG is of %d x %d pixels, expected at least %d x %d"
              .formatted(width, height, part.width(), part.height()));
    }
    if (colours != layout.bands()) {
      throw new IOException(
          "its JPEG has %d colours, expected %d".formatted(colours, layout.bands()));
    }
  }

  /** Where the first frame, scan or end is marked; -1 if the way there is not clear. */
  private static int walk(byte[] packed, int count) {
    int at = 0;
    while (at + 1 < count && (packed[at] & 0xff) == MARK) {
      int mark = packed[at + 1] & 0xff;
      if (mark == MARK || mark == START_OF_IMAGE) {
        at += mark == MARK ? 1 : 2; // fill, or a mark without a length
      } else if (isFrame(mark) || mark == START_OF_SCAN || mark == END_OF_IMAGE) {
        return at;
      } else if (at + 3 >= count || !hasLength(mark)) {
        return -1;
      } else {
        at += 2 + number(packed, at + 2);
      }
    }
    return -1;
  }

  private static boolean isFrame(int mark) {
    return mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
  }

  private static boolean hasLength(int mark) {
    return mark >= LEAST_WITH_LENGTH && (mark < FIRST_RESTART || mark > END_OF_IMAGE);
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
