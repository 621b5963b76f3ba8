package org.sitewatch.detect.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the bands that {@link CloudScreen} reads stand in a stack.
 *
 * @param swir22 not every sensor has it; the screen goes without
 */
public record OpticalBands(int blue, int green, int red, int nir, int swir16, OptionalInt swir22) {

  public OpticalBands {
    if (Math.min(Math.min(blue, green), Math.min(Math.min(red, nir), swir16)) < 0) {
      throw new IllegalArgumentException(
          "bands blue, green, red, nir, swir16 must be >= 0, got %d, %d, %d, %d, %d"
              .formatted(blue, green, red, nir, swir16));
    }
  }

  /** Empty if one of blue, green, red, nir and swir16 is missing. */
  public static Optional<OpticalBands> of(List<String> names) {
    if (!names.containsAll(List.of("blue", "green", "red", "nir", "swir16"))) {
      return Optional.empty();
    }
    int swir22 = names.indexOf("swir22");
    return Optional.of(
        new OpticalBands(
            names.indexOf("blue"),
            names.indexOf("green"),
            names.indexOf("red"),
            names.indexOf("nir"),
            names.indexOf("swir16"),
            swir22 < 0 ? OptionalInt.empty() : OptionalInt.of(swir22)));
  }
}
