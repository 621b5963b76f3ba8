package org.sitewatch.ingest;

import java.util.HashSet;
import org.sitewatch.ingest.IngestPlan.Cut;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.tiff.PixelWindow;

/**
 * What carrying out a plan would take, from the scenes' records alone.
 *
 * @param tiles windows to be cut
 * @param blocks internal blocks to decode, each once
 * @param decodedBytes of these blocks
 * @param neededBytes of the windows, shared pixels counted for each
 */
public record PlanCost(int tiles, long blocks, long decodedBytes, long neededBytes) {

  /** Opens no file; all assets of a part are stored alike. */
  public static PlanCost of(IngestPlan plan) {
    int tiles = 0;
    long blocks = 0;
    long decoded = 0;
    long needed = 0;
    for (CutTask task : plan.tasks()) {
      SceneFile.Storage storage = SceneFile.storageOf(task.part().assets().get(0));
      var touched = new HashSet<Long>();
      long pixels = 0;
      for (Cut cut : task.cuts()) {
        tiles++;
        PixelWindow window = cut.window();
        pixels += (long) window.width() * window.height();
        int lastRow = (window.row() + window.height() - 1) / storage.blockHeight();
        int lastColumn = (window.column() + window.width() - 1) / storage.blockWidth();
        for (int row = window.row() / storage.blockHeight(); row <= lastRow; row++) {
          for (int column = window.column() / storage.blockWidth();
              column <= lastColumn;
              column++) {
            touched.add((long) row << 32 | column);
          }
        }
      }
      int files = task.part().assets().size();
      int bands = task.part().bands().size();
      blocks += (long) touched.size() * files;
      decoded +=
          (long) touched.size()
              * storage.blockWidth()
              * storage.blockHeight()
              * storage.sampleBytes()
              * bands;
      needed += pixels * storage.sampleBytes() * bands;
    }
    return new PlanCost(tiles, blocks, decoded, needed);
  }
}
