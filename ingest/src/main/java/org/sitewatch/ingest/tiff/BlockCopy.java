package org.sitewatch.ingest.tiff;

/** Carries the part of a block that a window wants into the window's arrays. */
final class BlockCopy {
  private final BlockLayout layout;
  private final RowUnpacker unpacker;
  private final double fill;

  BlockCopy(BlockLayout layout, BlockCoding coding, double fill) {
    this.layout = layout;
    this.fill = fill;
    unpacker = new RowUnpacker(layout, coding);
  }

  /**
   * Unpacks rows of a block.
   *
   * @param raw the bytes of the block; the predictor is undone in them
   * @param here what the block and the window share, in pixels of the image
   * @param bandsInBlock which of the bands that lie side by side in the block, one a plane
   */
  void copy(byte[] raw, PixelWindow window, PixelWindow here, int[] bandsInBlock, Object[] planes) {
    int skip = here.column() % layout.blockWidth();
    int firstRow = here.row() % layout.blockHeight();
    for (int row = 0; row < here.height(); row++) {
      int rowAt = (firstRow + row) * layout.rowBytes();
      int at = positionIn(window, here, row);
      unpacker.prepare(raw, rowAt, layout.rowBytes());
      for (int i = 0; i < planes.length; i++) {
        unpacker.unpack(raw, rowAt, bandsInBlock[i], skip, here.width(), planes[i], at);
      }
    }
  }

  /** The same for a block that the file does not store. */
  void fill(PixelWindow window, PixelWindow here, Object[] planes) {
    for (int row = 0; row < here.height(); row++) {
      int at = positionIn(window, here, row);
      for (var plane : planes) {
        layout.type().fill(plane, at, at + here.width(), fill);
      }
    }
  }

  private static int positionIn(PixelWindow window, PixelWindow here, int row) {
    return (here.row() - window.row() + row) * window.width() + here.column() - window.column();
  }
}
