package org.sitewatch.ingest;

import java.util.List;
import java.util.Optional;

/** What raw codes mean: bands, mask classes, offset. Known here and nowhere else. */
public sealed interface Sensor permits Sentinel2, Landsat, PlanetScope, Sentinel1, GenericSensor {

  /** The word in scenes and reports: {@code sentinel-2-l2a}, {@code generic}. */
  String id();

  /** Bands a stack of this sensor can hold, in the order of its planes; empty = whatever comes. */
  List<String> bands();

  /** Assets that say which pixels speak, the one that knows clouds first; empty = none. */
  List<MaskLayer> masks();

  /** Whether a scene without a mask lacks something that the report has to tell. */
  default boolean asksForMask() {
    return true;
  }

  /** Side of a pixel of the site's grid, in m, or empty if it follows the scenes. */
  Optional<Double> gridPixel_m();

  /** The calibration to use and why. */
  OffsetDecision decideOffset(Calibration declared, OffsetClues clues);

  /** The name of the plane for a band of that common name. */
  default String bandOf(String commonName) {
    return commonName;
  }

  /** The bands of a file by its name, where the sensor's own order is surer than a document's. */
  default List<String> bandsOfFile(String assetKey, String fileName, int bandsTold) {
    return List.of();
  }

  /** Whether an asset is of the product this sensor stands for, not of another level. */
  default boolean isProduct(String assetKey, String fileName) {
    return true;
  }

  /** What separates scenes of this sensor besides their track: see {@link Acquisition#mode}. */
  default String modeOf(String orbitState, List<String> instruments) {
    return "";
  }

  /**
   * What its scenes must share to be compared, such as a radar's direction and track; empty if all
   * can be compared.
   */
  default String comparableBy(Scene scene) {
    return "";
  }

  /** Why a scene could be compared with none, as the end of a sentence; empty if it can. */
  default Optional<String> lackOf(Scene scene) {
    return Optional.empty();
  }

  /** The mask that an asset of that key is. */
  default Optional<MaskLayer> findMask(String assetKey) {
    return masks().stream().filter(layer -> layer.keys().contains(assetKey)).findFirst();
  }

  /**
   * What a STAC item says of its radiometric offset.
   *
   * @param processingBaseline such as {@code 05.10}, empty if unknown
   * @param offsetApplied the item says that the offset is already in the pixels
   * @param offsetDeclared whether the calibration's offset was given and not only its scale
   * @param offset_dn what the user says is to be added to the codes; empty to decide by the item
   */
  record OffsetClues(
      String processingBaseline,
      boolean offsetApplied,
      boolean offsetDeclared,
      Optional<Double> offset_dn) {}

  /**
   * @param reason goes into the manifest
   */
  record OffsetDecision(Calibration calibration, String reason) {}

  /**
   * @throws IllegalArgumentException for an id that is not known
   */
  static Sensor ofId(String id) {
    return KnownSensors.ALL.stream()
        .filter(sensor -> sensor.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "sensor '" + id + "' is not known; known are " + KnownSensors.ids()));
  }
}
