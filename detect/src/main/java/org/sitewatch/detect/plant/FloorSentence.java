package org.sitewatch.detect.plant;

import java.util.List;
import java.util.Locale;
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
      return what + " up to " + area(floor.largest_m2().getAsInt()) + " are not";
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

  private static String area(int area_m2) {
    return String.format(Locale.ROOT, "%,d m²", area_m2);
  }

  private static String looks(double looks) {
    long whole = Math.round(looks);
    return whole == 1 ? "1 clear look" : whole + " clear looks";
  }
}
