package org.sitewatch.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Since when a new disturbance has been there: the looks behind the evidence, walked back from the
 * one that raised it until two in a row do not show it.
 *
 * @param direction what the newest looks say together, {@link Direction#strongest}
 * @param showsNow whether the look that raised it shows it by itself
 * @param first the oldest look that shows it
 * @param lastWithout the newest look before that one that showed the place, if there is any; a look
 *     that only we take for clouded does not count unless there is none else
 * @param looksClear looks from {@code first} on that saw the place
 * @param looksDisturbed of these, those that show it
 */
record Onset(
    Direction direction,
    boolean showsNow,
    int first,
    Optional<Integer> lastWithout,
    int looksClear,
    int looksDisturbed) {

  private static final int CLEAN_IN_ROW = 2;

  static Onset of(LookEvidence now, PixelSet pixels) {
    List<SeenLook> recent = now.recent();
    var directions = new ArrayList<Direction>();
    var seen = new ArrayList<SeenLook>();
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (recent.get(i).shows(pixels)) {
        seen.add(recent.get(i));
        directions.add(recent.get(i).direction(pixels));
      }
    }
    var direction = Direction.strongest(directions);
    double least = now.nullLength(pixels.size());
    int first = now.index();
    int counted = 0;
    int disturbed = 0;
    int clearUntilFirst = 1;
    int clean = 0;
    boolean showsNow = recent.size() == 1; // then the look alone is the evidence
    for (int i = 0; i < seen.size() && clean < CLEAN_IN_ROW; i++) {
      counted++;
      if (directions.get(i).length() > least && directions.get(i).agrees(direction)) {
        showsNow |= i == 0 && seen.get(0).look() == now.index();
        first = seen.get(i).look();
        clearUntilFirst = counted;
        disturbed++;
        clean = 0;
      } else {
        clean++;
      }
    }
    return new Onset(
        direction,
        showsNow,
        first,
        lastWithout(now, pixels, seen, first),
        clearUntilFirst,
        Math.max(1, disturbed));
  }

  /** Of the looks behind the evidence only those that show the place; then any older look. */
  private static Optional<Integer> lastWithout(
      LookEvidence now, PixelSet pixels, List<SeenLook> seen, int first) {
    Optional<Integer> shown =
        seen.stream().map(SeenLook::look).filter(look -> look < first).findFirst();
    int oldest = now.recent().get(0).look();
    return shown
        .or(() -> now.lastThatSaw(pixels, Math.min(oldest, first)))
        .or(() -> now.lastThatSaw(pixels, first));
  }
}
