package org.sitewatch.detect.plant;

/**
 * What a planted disturbance shows in place of the ground. Soil is the ground's own, or the bare
 * ground of the site where plants hide it, so that the light, the haze and the moisture of the look
 * stay in it. The factors are assumed, see docs/detectors/detection-floor.md.
 */
enum PlantMaterial {
  /** Freshly turned up: brighter than a weathered surface. */
  FRESH_SOIL(1.20, 0.015),
  /** The floor of a pit or trench, in its own shadow. */
  SHADED(0.45, 0),
  /** Driven over. */
  COMPACT(1.15, 0.01),
  /** Tilled: rough, without plants. */
  TILLED(0.75, 0),
  /** Light sheet metal or concrete; no soil in it. */
  ROOF(0, 0.31);

  private final double factor;
  private final double offset;

  PlantMaterial(double factor, double offset) {
    this.factor = factor;
    this.offset = offset;
  }

  /**
   * @param soil reflectance of the bare ground in a band
   */
  double reflectance(double soil) {
    return factor * soil + offset;
  }
}
