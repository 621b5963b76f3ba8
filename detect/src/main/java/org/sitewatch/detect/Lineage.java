package org.sitewatch.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.segment.ConnectedRegions;
import org.sitewatch.detect.segment.ConnectedRegions.Neighbours;
import org.sitewatch.detect.segment.PixelSet;

/** How disturbances descend from each other. See docs/detectors/alert-life.md. */
final class Lineage {
  /** Two outlines this close are the same disturbance: registration is no better. */
  private static final int TOLERANCE_PX = 2;

  /** One look may break an outline by noise or cloud. */
  private static final int LOOKS_TO_SPLIT = 2;

  private Lineage() {}

  /** Where a region has to touch to belong to an alert. */
  static PixelSet reach(PixelSet pixels) {
    return pixels.dilated(TOLERANCE_PX);
  }

  /** A region less what belongs to others. */
  static PixelSet without(PixelSet region, List<LiveAlert> others) {
    return region.filtered(
        pixel -> others.stream().noneMatch(other -> other.pixels().contains(pixel)));
  }

  static FrozenPatch patch(LiveAlert alert, PixelSet pixels, LocalDate until) {
    return new FrozenPatch(alert.id(), pixels, alert.timeline().occurredTo(), until);
  }

  /** The newest disturbance that has ended on some of the pixels. */
  static Optional<String> parent(PixelSet region, List<FrozenPatch> frozen) {
    return frozen.stream()
        .filter(patch -> patch.pixels().intersects(region))
        .max(
            Comparator.comparing(FrozenPatch::until)
                .thenComparing(patch -> patch.pixels().count(region::contains))
                .thenComparing(FrozenPatch::id))
        .map(FrozenPatch::id);
  }

  /** Whether one region holds at least half of each of two that show the same kind of change. */
  static boolean areOne(LiveAlert one, LiveAlert other, LookEvidence look, List<PixelSet> regions) {
    return isShown(one, look)
        && isShown(other, look)
        && one.direction().agrees(other.direction())
        && regions.stream().anyMatch(r -> holdsHalf(r, one) && holdsHalf(r, other));
  }

  private static boolean isShown(LiveAlert alert, LookEvidence look) {
    return look.judges(alert.pixels()) && Tracking.isDisturbed(alert, look);
  }

  private static boolean holdsHalf(PixelSet region, LiveAlert alert) {
    return 2 * alert.pixels().count(region::contains) >= alert.pixels().size();
  }

  /**
   * What a look leaves of an alert, largest first: one part, unless it shows it in several that lie
   * more than twice the tolerance apart, and shows the ground between them clean.
   */
  static List<PixelSet> parts(
      LiveAlert alert, LookEvidence look, List<PixelSet> regions, int minPixels) {
    var pixels = alert.pixels();
    if (!isShown(alert, look)) {
      return List.of(pixels);
    }
    var shown = pixels.filtered(pixel -> regions.stream().anyMatch(r -> r.contains(pixel)));
    var near = reach(shown);
    var between = pixels.filtered(pixel -> !near.contains(pixel));
    if (between.size() < minPixels
        || !look.judges(between)
        || Tracking.isDisturbed(alert.withPixels(between), look)) {
      return List.of(pixels);
    }
    var parts = new ArrayList<PixelSet>();
    for (PixelSet part : connected(near)) {
      var own = pixels.filtered(part::contains);
      if (own.count(shown::contains) >= minPixels) {
        parts.add(own);
      }
    }
    parts.sort(
        Comparator.comparingInt(PixelSet::size).reversed().thenComparingInt(PixelSet::first));
    return parts;
  }

  private static List<PixelSet> connected(PixelSet pixels) {
    var mask = new boolean[pixels.width() * pixels.height()];
    pixels.stream().forEach(pixel -> mask[pixel] = true);
    return ConnectedRegions.of(mask, pixels.width(), pixels.height(), Neighbours.EIGHT);
  }

  /** The alert with one more look, if it is valid, that shows it in parts, or whole. */
  static LiveAlert counted(LiveAlert alert, boolean apart, LookEvidence look) {
    if (!look.judges(alert.pixels())) {
      return alert;
    }
    var belief = alert.belief();
    int inRow = apart ? belief.apartInRow() + 1 : 0;
    return alert.withBelief(
        new Belief(belief.cleanInRow(), inRow, belief.evidenceSum(), belief.sensors()));
  }

  static boolean isSplit(LiveAlert alert) {
    return alert.belief().apartInRow() >= LOOKS_TO_SPLIT;
  }

  static LiveAlert survivor(LiveAlert alert, PixelSet part) {
    return whole(alert).withPixels(part);
  }

  /** A part of an alert that goes on by itself: it began when the whole did. */
  static LiveAlert part(LiveAlert alert, PixelSet part, String id, LocalDate date) {
    var timeline = alert.timeline();
    return childOf(
        alert.id(),
        new LiveAlert(
            id,
            part,
            alert.direction(),
            new Timeline(
                timeline.lastClearBefore(),
                timeline.occurredTo(),
                timeline.firstSeen(),
                date,
                timeline.lastSeen(),
                List.of(new TracePoint(date, alert.alert().confidence())),
                timeline.beforeScene(),
                timeline.afterScene()),
            alert.measures(),
            alert.alert(),
            whole(alert).belief()));
  }

  private static LiveAlert whole(LiveAlert alert) {
    var belief = alert.belief();
    return alert.withBelief(
        new Belief(belief.cleanInRow(), 0, belief.evidenceSum(), belief.sensors()));
  }

  static LiveAlert childOf(String parentId, LiveAlert alert) {
    return alert.withAlert(alert.alert().withParentId(parentId));
  }
}
