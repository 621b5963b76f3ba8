package org.sitewatch.detect.plant;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Detection floors in words. */
public final class FloorSentence {
  private static final double FULL = 1;

  private FloorSentence() {}

  /** One kind and strength, without a capital and a full stop. */
  public static String of(DetectionFloor floor) {
    String what =
        floor.strength() == FULL
            ? floor.kind().plural()
            : floor.kind().plural() + " of " + Math.round(100 * floor.strength()) + " % contrast";
    if (floor.floor_m2().isPresent()) {
      return what
          + " from "
          + area(floor.floor_m2().getAsInt())
          + " up are seen, half of them within "
          + looks(floor.medianLooks());
    }
    if (floor.largest_m2().isPresent()) {
      return what + " up to " + area(floor.largest_m2().getAsInt()) + " are not reliably";
    }
    return what + " have no room";
  }

  /** Those of full contrast. */
  public static String of(List<DetectionFloor> floors) {
    return floors.stream()
        .filter(floor -> floor.strength() == FULL)
        .map(FloorSentence::of)
        .collect(Collectors.joining("; ", "At this site ", "."));
  }

  /** The same in as few words: one line for all kinds. */
  public static String brief(List<DetectionFloor> floors) {
    var seen = new StringJoiner(", ", "seen from ", "").setEmptyValue("nothing is seen");
    var missed = new StringJoiner(", ", "; not reliably up to ", "").setEmptyValue("");
    for (DetectionFloor floor : floors) {
      if (floor.strength() != FULL) {
        continue;
      }
      String kind = floor.kind().plural() + " ";
      if (floor.floor_m2().isPresent()) {
        seen.add(kind + area(floor.floor_m2().getAsInt()));
      } else if (floor.largest_m2().isPresent()) {
        missed.add(kind + area(floor.largest_m2().getAsInt()));
      }
    }
    return seen.toString() + missed;
  }

  private static String area(int area_m2) {
    return String.format(Locale.ROOT, "%,d m²", area_m2);
  }

  private static String looks(double looks) {
    long whole = Math.round(looks);
    return whole == 1 ? "1 clear look" : whole + " clear looks";
  }
}
