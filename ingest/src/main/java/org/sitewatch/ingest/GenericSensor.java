package org.sitewatch.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Any image with one or more bands. Without a declared scale its numbers are uncalibrated; without
 * a mask every pixel with data is valid.
 */
public final class GenericSensor implements Sensor {
  static final String ID = "generic";
  static final GenericSensor INSTANCE = new GenericSensor();

  private GenericSensor() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<String> bands() {
    return List.of();
  }

  @Override
  public List<MaskLayer> masks() {
    return List.of();
  }

  @Override
  public Optional<Double> gridPixel_m() {
    return Optional.empty();
  }

  @Override
  public String comparableBy(Scene scene) {
    return String.join("+", scene.bands());
  }

  @Override
  public OffsetDecision decideOffset(Calibration declared, OffsetClues clues) {
    return new OffsetDecision(
        declared, declared.declared() ? "as declared" : "uncalibrated: no scale declared");
  }
}
