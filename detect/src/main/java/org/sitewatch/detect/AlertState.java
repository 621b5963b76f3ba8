package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.UserException;

/**
 * All that one run hands to the next about one site.
 *
 * @param until the last day it knows of, {@link LocalDate#MIN} for none
 * @param bands the meaning of the alerts' directions
 * @param live sorted by id
 * @param frozen in order of time
 */
public record AlertState(
    String siteId,
    LocalDate until,
    PixelGrid grid,
    List<String> bands,
    List<LiveAlert> live,
    List<FrozenPatch> frozen)
    implements Serializable {

  public AlertState {
    bands = List.copyOf(bands);
    live = List.copyOf(live);
    frozen = List.copyOf(frozen);
  }

  /** Nothing known yet. */
  public static AlertState none(String siteId, TileStack stack) {
    return new AlertState(siteId, LocalDate.MIN, stack.grid(), stack.bands(), List.of(), List.of());
  }

  /**
   * The same state on the grid of a stack; pixels that fall outside of it are lost.
   *
   * @throws UserException if the pixels of both do not coincide or the bands differ
   */
  AlertState on(TileStack stack) {
    if (!bands.equals(stack.bands())) {
      throw refused("was made from bands " + bands + ", the looks have " + stack.bands());
    }
    var target = stack.grid();
    if (grid.equals(target)) {
      return this;
    }
    if (!target.sharesLattice(grid)) {
      throw refused("lies on another pixel lattice than the looks");
    }
    int columns = target.columnOf(grid);
    int rows = target.rowOf(grid);
    return new AlertState(
        siteId,
        until,
        target,
        bands,
        live.stream()
            .map(alert -> Tracking.withPixels(alert, moved(alert.pixels(), target, columns, rows)))
            .filter(alert -> alert.pixels().size() > 0)
            .toList(),
        frozen.stream()
            .map(
                f -> new FrozenPatch(moved(f.pixels(), target, columns, rows), f.from(), f.until()))
            .filter(patch -> patch.pixels().size() > 0)
            .toList());
  }

  private static PixelSet moved(PixelSet pixels, PixelGrid grid, int columns, int rows) {
    return pixels.moved(columns, rows, grid.width(), grid.height());
  }

  private UserException refused(String why) {
    return new UserException(
        ExitCode.INTEGRITY,
        "alert state of site '" + siteId + "' " + why + "; derive it again from the stored looks");
  }
}
