package org.sitewatch.report.floor;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitewatch.detect.plant.PlantKind;

/**
 * What a run says of a site's detection floor.
 *
 * @param sentence for the ledger, whole
 * @param brief the same in as few words
 * @param untilDay newest look planted into, or null where nothing was measured; read it by {@link
 *     #until()}
 * @param areas_m2 smallest area seen by kind, at its full contrast; only of a floor that is {@link
 *     FloorState#MEASURED}
 */
public record SiteFloor(
    FloorState state,
    String sentence,
    String brief,
    LocalDate untilDay,
    Map<PlantKind, Integer> areas_m2) {
  public static final SiteFloor NONE =
      new SiteFloor(
          FloorState.NOT_MEASURED,
          "Not measured: run 'sitewatch simulate'.",
          "not measured",
          null,
          Map.of());

  public SiteFloor {
    var sorted = new EnumMap<PlantKind, Integer>(PlantKind.class);
    sorted.putAll(areas_m2);
    areas_m2 = Collections.unmodifiableMap(sorted);
  }

  public Optional<LocalDate> until() {
    return Optional.ofNullable(untilDay);
  }

  public OptionalInt area_m2(PlantKind kind) {
    Integer area_m2 = areas_m2.get(kind);
    return area_m2 == null ? OptionalInt.empty() : OptionalInt.of(area_m2);
  }

  static SiteFloor broken(String why) {
    return new SiteFloor(
        FloorState.BROKEN,
        "Not readable: " + why + "; run 'sitewatch simulate --force'.",
        "not readable: " + why,
        null,
        Map.of());
  }
}
