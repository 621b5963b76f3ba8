package org.sitewatch.ingest;

import java.util.TreeSet;
import org.sitewatch.ingest.IngestPlan.Cut;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.RangeRequests;
import org.sitewatch.ingest.tiff.PixelWindow;

/**
 * What carrying out a plan would take, from the scenes' records alone.
 *
 * @param tiles windows to be cut
 * @param blocks internal blocks to decode, each once
 * @param decodedBytes of these blocks
 * @param neededBytes of the windows, shared pixels counted for each
 * @param fetchedBytes to come over a network, about: blocks are taken to be equally long
 * @param requests for them, about: blocks are taken to lie in the order of their rows
 */
public record PlanCost(
    int tiles, long blocks, long decodedBytes, long neededBytes, long fetchedBytes, long requests) {

  public static final PlanCost NONE = new PlanCost(0, 0, 0, 0, 0, 0);

  /** Opens no file; all assets of a part are stored alike. */
  public static PlanCost of(IngestPlan plan) {
    return plan.tasks().stream().map(PlanCost::of).reduce(NONE, PlanCost::plus);
  }

  private static PlanCost of(CutTask task) {
    ScenePart part = task.part();
    SceneFile.Storage storage = SceneFile.storageOf(part.assets().get(0));
    int across = (part.grid().width() + storage.blockWidth() - 1) / storage.blockWidth();
    int down = (part.grid().height() + storage.blockHeight() - 1) / storage.blockHeight();
    var extent = new PixelWindow(0, 0, part.grid().width(), part.grid().height());
    var touched = new TreeSet<Long>();
    NeededBlocks.of(task.cuts(), extent, storage.blockWidth(), storage.blockHeight())
        .forEach(
            (row, columns) -> columns.forEach(column -> touched.add((long) row * across + column)));
    long pixels =
        task.cuts().stream()
            .map(Cut::window)
            .mapToLong(window -> (long) window.width() * window.height())
            .sum();
    long fetched = 0;
    long requests = 0;
    for (SceneAsset asset : part.assets()) {
      if (Location.isRemote(asset.href())) {
        long block = asset.packedBytes() / Math.max(1, (long) across * down);
        fetched += touched.size() * block + RangeRequests.HEAD_BYTES;
        requests += 1 + RangeRequests.forBlocks(touched, block);
      }
    }
    long sampleBytes = (long) storage.sampleBytes() * part.bands().size();
    return new PlanCost(
        task.cuts().size(),
        (long) touched.size() * part.assets().size(),
        touched.size() * sampleBytes * storage.blockWidth() * storage.blockHeight(),
        pixels * sampleBytes,
        fetched,
        requests);
  }

  /** Of both. */
  public PlanCost plus(PlanCost other) {
    return new PlanCost(
        tiles + other.tiles,
        blocks + other.blocks,
        decodedBytes + other.decodedBytes,
        neededBytes + other.neededBytes,
        fetchedBytes + other.fetchedBytes,
        requests + other.requests);
  }
}
