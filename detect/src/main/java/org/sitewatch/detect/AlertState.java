package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
 * @param live in the order they were raised; the older one has the first word
 * @param frozen in order of time
 * @param heldOut what the model in force was not learnt from
 * @param ended in the run that made the state; says only what was published
 */
public record AlertState(
    String siteId,
    LocalDate until,
    PixelGrid grid,
    List<String> bands,
    List<LiveAlert> live,
    List<FrozenPatch> frozen,
    HeldOut heldOut,
    List<LiveAlert> ended)
    implements Serializable {

  public AlertState {
    bands = List.copyOf(bands);
    live = List.copyOf(live);
    frozen = List.copyOf(frozen);
    ended = List.copyOf(ended);
  }

  /** Nothing known yet. */
  public static AlertState none(String siteId, TileStack stack) {
    return new AlertState(
        siteId,
        LocalDate.MIN,
        stack.grid(),
        stack.bands(),
        List.of(),
        List.of(),
        HeldOut.NONE,
        List.of());
  }

  /** All that were live or ended in the run that made it. */
  public Stream<LiveAlert> raised() {
    return Stream.concat(live.stream(), ended.stream());
  }

  /**
   * The same state on the grid of a stack; pixels that fall outside of it are lost.
   *
   * @throws UserException if the pixels of both do not coincide or the bands differ
   */
  public AlertState on(TileStack stack) {
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
    UnaryOperator<PixelSet> move = p -> p.moved(columns, rows, target.width(), target.height());
    return new AlertState(
        siteId,
        until,
        target,
        bands,
        moved(live, move),
        movedPatches(frozen, move),
        new HeldOut(heldOut.day(), movedPatches(heldOut.patches(), move)),
        moved(ended, move));
  }

  private static List<LiveAlert> moved(List<LiveAlert> alerts, UnaryOperator<PixelSet> move) {
    return alerts.stream()
        .map(alert -> alert.withPixels(move.apply(alert.pixels())))
        .filter(alert -> alert.pixels().size() > 0)
        .toList();
  }

  private static List<FrozenPatch> movedPatches(
      List<FrozenPatch> patches, UnaryOperator<PixelSet> move) {
    return patches.stream()
        .map(patch -> patch.withPixels(move.apply(patch.pixels())))
        .filter(patch -> patch.pixels().size() > 0)
        .toList();
  }

  private UserException refused(String why) {
    return new UserException(
        ExitCode.INTEGRITY,
        "alert state of site '" + siteId + "' " + why + "; derive it again from the stored looks");
  }
}
