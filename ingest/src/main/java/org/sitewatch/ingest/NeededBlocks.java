package org.sitewatch.ingest;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.ingest.IngestPlan.Cut;
import org.sitewatch.ingest.tiff.PixelWindow;

/** Which blocks of an image its windows need. */
final class NeededBlocks {

  private NeededBlocks() {}

  /**
   * Columns of the blocks that a window meets, by their row.
   *
   * @param extent of the image; what windows reach beyond it needs no block
   */
  static SortedMap<Integer, SortedSet<Integer>> of(
      List<Cut> cuts, PixelWindow extent, int blockWidth, int blockHeight) {
    var columnsOfRow = new TreeMap<Integer, SortedSet<Integer>>();
    for (Cut cut : cuts) {
      PixelWindow part = cut.window().intersect(extent);
      if (part.isEmpty()) {
        continue;
      }
      int lastRow = (part.row() + part.height() - 1) / blockHeight;
      int lastColumn = (part.column() + part.width() - 1) / blockWidth;
      for (int row = part.row() / blockHeight; row <= lastRow; row++) {
        var columns = columnsOfRow.computeIfAbsent(row, any -> new TreeSet<>());
        for (int i = part.column() / blockWidth; i <= lastColumn; i++) {
          columns.add(i);
        }
      }
    }
    return columnsOfRow;
  }
}
