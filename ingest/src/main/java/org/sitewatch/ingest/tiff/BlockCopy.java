package org.sitewatch.ingest.tiff;

import java.util.List;

/** Carries the parts of a block that windows want into their arrays. */
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
   * Unpacks what windows want of a block. A row's predictor is undone once, up to the last pixel
   * that any of them wants.
   *
   * @param raw the bytes of the block; the predictor is undone in them
   * @param block the block's pixels in the image
   * @param bands which of the bands that lie side by side in the block
   * @param firstBand band of the windows that the first of them is
   */
  void copy(
      byte[] raw, PixelWindow block, List<WindowBuilder> windows, int[] bands, int firstBand) {
    var parts = windows.stream().map(target -> target.window().intersect(block)).toList();
    for (int row = block.row(); row < block.row() + block.height(); row++) {
      int columns = 0;
      for (var part : parts) {
        if (meets(part, row)) {
          columns = Math.max(columns, part.column() + part.width() - block.column());
        }
      }
      if (columns > 0) {
        int rowAt = (row - block.row()) * layout.rowBytes();
        unpacker.undo(raw, rowAt, layout.rowBytes(), columns);
        for (int i = 0; i < parts.size(); i++) {
          if (meets(parts.get(i), row)) {
            copyRow(raw, rowAt, row, block, parts.get(i), windows.get(i), bands, firstBand);
          }
        }
      }
    }
  }

  private static boolean meets(PixelWindow part, int row) {
    return row >= part.row() && row < part.row() + part.height();
  }

  private void copyRow(
      byte[] raw,
      int rowAt,
      int row,
      PixelWindow block,
      PixelWindow part,
      WindowBuilder target,
      int[] bands,
      int firstBand) {
    int at = target.position(part.column(), row);
    int skip = part.column() - block.column();
    for (int i = 0; i < bands.length; i++) {
      Object plane = target.plane(firstBand + i);
      unpacker.unpack(raw, rowAt, bands[i], skip, part.width(), plane, at);
    }
  }

  /** The same for a block that the file does not store. */
  void fill(PixelWindow block, List<WindowBuilder> windows, int bands, int firstBand) {
    for (var target : windows) {
      var part = target.window().intersect(block);
      for (int row = part.row(); row < part.row() + part.height(); row++) {
        int at = target.position(part.column(), row);
        for (int band = firstBand; band < firstBand + bands; band++) {
          layout.type().fill(target.plane(band), at, at + part.width(), fill);
        }
      }
    }
  }
}
