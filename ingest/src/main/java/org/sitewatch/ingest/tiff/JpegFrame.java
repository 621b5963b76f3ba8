package org.sitewatch.ingest.tiff;

import java.io.IOException;

/** The size that a JPEG says of itself, looked at before anybody takes memory for it. */
final class JpegFrame {
  private static final int MARK = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int START_OF_SCAN = 0xda;

  private JpegFrame() {}

  /**
   * @throws IOException if the image is larger than a block, or has no size before its data
   */
  static void check(byte[] packed, int count, BlockLayout layout) throws IOException {
    int at = 0;
    while (at + 9 < count && (packed[at] & 0xff) == MARK) {
      int mark = packed[at + 1] & 0xff;
      if (mark == MARK || mark == START_OF_IMAGE) {
        at += mark == MARK ? 1 : 2; // fill, or a mark without a length
      } else if (isFrame(mark)) {
        int height = number(packed, at + 5);
        int width = number(packed, at + 7);
        if (width > layout.blockWidth() || height > layout.blockHeight()) {
          throw new IOException(
              "its JPEG is of %d x %d pixels, expected at most %d x %d"
                  .formatted(width, height, layout.blockWidth(), layout.blockHeight()));
        }
        return;
      } else if (mark == START_OF_SCAN) {
        break;
      } else {
        at += 2 + number(packed, at + 2);
      }
    }
    throw new IOException("its JPEG does not say its size");
  }

  private static boolean isFrame(int mark) {
    return mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
