package org.sitewatch.detect.plant;

/**
 * One disturbance to be planted.
 *
 * @param seed of what is left to chance in its shape
 * @param column of its middle, in pixels from the left edge of the grid
 * @param row of its middle, in pixels from the upper edge
 * @param angle of its length to the rows, radians
 * @param firstLook index of the first look that shows it
 */
public record Planting(
    Cell cell, long seed, double column, double row, double angle, int firstLook) {

  /**
   * What plantings are counted by.
   *
   * @param strength share of the full contrast to the ground, above 0 to 1
   */
  public record Cell(PlantKind kind, double strength, int area_m2) {
    public Cell {
      if (!(strength > 0 && strength <= 1) || area_m2 < 1) {
        throw new IllegalArgumentException(
            "a planting needs a strength in (0, 1] and an area, got "
                + strength
                + " and "
                + area_m2
                + " m²");
      }
    }
  }

  /** Its ground, before it is laid out. */
  ShapePoints points() {
    return ShapePoints.of(cell, seed);
  }
}
