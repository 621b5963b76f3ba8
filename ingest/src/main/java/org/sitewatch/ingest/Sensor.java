package org.sitewatch.ingest;

import java.util.List;
import java.util.Optional;

/** What raw codes mean: bands, mask classes, offset. Known here and nowhere else. */
public sealed interface Sensor permits Sentinel2, GenericSensor {

  /** The word in scenes and reports: {@code sentinel-2-l2a}, {@code generic}. */
  String id();

  /** Bands a stack of this sensor can hold, in the order of its planes; empty = whatever comes. */
  List<String> bands();

  /** Asset keys of the mask, the first that exists is taken. */
  List<String> maskKeys();

  /** Side of a pixel of the site's grid, in m, or empty if it follows the scenes. */
  Optional<Double> gridPixel_m();

  /** What a code of the mask asset says of its pixel. */
  PixelState stateOf(int maskCode);

  /** The calibration to use and why. */
  OffsetDecision decideOffset(Calibration declared, OffsetClues clues);

  /**
   * What a STAC item says of its radiometric offset.
   *
   * @param processingBaseline such as {@code 05.10}, empty if unknown
   * @param offsetApplied the item says that the offset is already in the pixels
   */
  record OffsetClues(String processingBaseline, boolean offsetApplied) {}

  /**
   * @param reason goes into the manifest
   */
  record OffsetDecision(Calibration calibration, String reason) {}

  /**
   * @throws IllegalArgumentException for an id that is not known
   */
  static Sensor ofId(String id) {
    return switch (id) {
      case Sentinel2.ID -> Sentinel2.INSTANCE;
      case GenericSensor.ID -> GenericSensor.INSTANCE;
      default ->
          throw new IllegalArgumentException(
              "sensor '"
                  + id
                  + "' is not known; known are "
                  + Sentinel2.ID
                  + ", "
                  + GenericSensor.ID);
    };
  }

  /** The sensor that a STAC item's collection or constellation names; generic if none is known. */
  static Sensor ofItem(String collection, String constellation) {
    boolean isSentinel2 =
        collection.startsWith("sentinel-2") || constellation.equalsIgnoreCase("sentinel-2");
    boolean isSurface = !collection.contains("l1c");
    return isSentinel2 && isSurface ? Sentinel2.INSTANCE : GenericSensor.INSTANCE;
  }
}
