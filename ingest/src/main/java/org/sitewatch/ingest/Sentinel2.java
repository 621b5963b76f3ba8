package org.sitewatch.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Sentinel-2 Level-2A surface reflectance with its scene classification (SCL).
 *
 * <p>Source: ESA Sentinel-2 Products Specification Document; processing baseline 04.00 added 1000
 * to the digital numbers, so that reflectance = (DN - 1000) / 10000 from then on.
 */
public final class Sentinel2 implements Sensor {
  static final String ID = "sentinel-2-l2a";
  static final Sentinel2 INSTANCE = new Sentinel2();

  private static final double FIRST_BASELINE_WITH_OFFSET = 4.0;
  private static final double DEFAULT_SCALE = 1e-4;
  private static final double DEFAULT_OFFSET = -0.1;

  private static final List<MaskLayer> MASKS =
      List.of(
          new MaskLayer(
              List.of("scl", "SCL", "scl-20m", "SCL_20m"),
              List.of(),
              new CodeList(256, Sentinel2::stateOf)));

  private Sentinel2() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<String> bands() {
    return List.of("blue", "green", "red", "nir", "swir16", "swir22");
  }

  @Override
  public List<MaskLayer> masks() {
    return MASKS;
  }

  @Override
  public Optional<Double> gridPixel_m() {
    return Optional.of(10.0);
  }

  /** Classes 2 and 7 of the scene classification stay: dark soil and what is not classified. */
  static PixelState stateOf(int sceneClass) {
    return switch (sceneClass) {
      case 0 -> PixelState.OUTSIDE;
      case 1 -> PixelState.INVALID;
      case 2, 4, 5, 6, 7 -> PixelState.CLEAR;
      case 3, 8, 9, 10 -> PixelState.CLOUD;
      case 11 -> PixelState.SNOW;
      default -> PixelState.INVALID;
    };
  }

  /** Four steps, see docs/sensors.md; the third, a look at the numbers, comes with reading. */
  @Override
  public OffsetDecision decideOffset(Calibration declared, OffsetClues clues) {
    double scale = declared.declared() ? declared.scale() : DEFAULT_SCALE;
    double nodata = Double.isNaN(declared.nodata()) ? 0 : declared.nodata();
    if (clues.offset_dn().isPresent()) {
      double offset = clues.offset_dn().get() * scale;
      return new OffsetDecision(
          Calibration.declared(scale, offset, nodata),
          "offset " + offset + ": set by boa_offset_dn = " + clues.offset_dn().get());
    }
    if (clues.offsetApplied()) {
      return new OffsetDecision(
          Calibration.declared(scale, 0, nodata), "offset 0: the item says it is applied");
    }
    double baseline = baselineOf(clues.processingBaseline());
    if (baseline >= FIRST_BASELINE_WITH_OFFSET) {
      double offset = clues.offsetDeclared() ? declared.offset() : DEFAULT_OFFSET;
      return new OffsetDecision(
          Calibration.declared(scale, offset, nodata),
          "offset " + offset + ": baseline " + clues.processingBaseline());
    }
    if (Double.isNaN(baseline) && clues.offsetDeclared() && declared.offset() != 0) {
      return new OffsetDecision(
          Calibration.declared(scale, declared.offset(), nodata),
          "offset " + declared.offset() + ": declared, baseline unknown");
    }
    return new OffsetDecision(
        Calibration.declared(scale, 0, nodata),
        "offset 0: baseline "
            + (clues.processingBaseline().isEmpty() ? "unknown" : clues.processingBaseline()));
  }

  private static double baselineOf(String word) {
    try {
      return word.isEmpty() ? Double.NaN : Double.parseDouble(word);
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }
}
