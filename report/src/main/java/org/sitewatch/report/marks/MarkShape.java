package org.sitewatch.report.marks;

import java.util.Locale;
import org.sitewatch.report.json.FixedDecimals;

/** Shapes that are told apart without colour, at the size of a letter. */
public enum MarkShape {
  TRIANGLE(0, -1, 1, 0.85, -1, 0.85),
  DIAMOND(0, -1, 0.9, 0, 0, 1, -0.9, 0),
  CIRCLE(
      0.9, 0, 0.831, 0.344, 0.636, 0.636, 0.344, 0.831, 0, 0.9, -0.344, 0.831, -0.636, 0.636,
      -0.831, 0.344, -0.9, 0, -0.831, -0.344, -0.636, -0.636, -0.344, -0.831, 0, -0.9, 0.344,
      -0.831, 0.636, -0.636, 0.831, -0.344),
  SQUARE(-0.8, -0.8, 0.8, -0.8, 0.8, 0.8, -0.8, 0.8),
  CROSS(
      0, -0.35, 0.5, -0.85, 0.85, -0.5, 0.35, 0, 0.85, 0.5, 0.5, 0.85, 0, 0.35, -0.5, 0.85, -0.85,
      0.5, -0.35, 0, -0.85, -0.5, -0.5, -0.85),
  STAR(
      0, -1, 0.235, -0.324, 0.951, -0.309, 0.38, 0.124, 0.588, 0.809, 0, 0.4, -0.588, 0.809, -0.38,
      0.124, -0.951, -0.309, -0.235, -0.324);

  /** Leaves room for half a stroke. */
  private static final double RADIUS = 7.2;

  private final double[] vertices;

  MarkShape(double... vertices) {
    this.vertices = vertices;
  }

  /** The name of its like among QGIS's simple markers. */
  public String qgisName() {
    return this == CROSS ? "cross_fill" : name().toLowerCase(Locale.ROOT);
  }

  /** As the path of an SVG in a box of 16 by 16. */
  public String svgPath() {
    var path = new StringBuilder();
    for (int i = 0; i < vertices.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L').append(FixedDecimals.of(8 + RADIUS * vertices[i], 2));
      path.append(' ').append(FixedDecimals.of(8 + RADIUS * vertices[i + 1], 2));
    }
    return path.append('Z').toString();
  }

  /**
   * Whether a place lies in it, by the even-odd rule.
   *
   * @param x to the right, the shape within -1 to 1
   * @param y downwards, likewise
   */
  public boolean holds(double x, double y) {
    boolean inside = false;
    int last = vertices.length - 2;
    for (int i = 0; i < vertices.length; last = i, i += 2) {
      double x0 = vertices[i];
      double y0 = vertices[i + 1];
      double x1 = vertices[last];
      double y1 = vertices[last + 1];
      if (y0 > y != y1 > y && x < (x1 - x0) * (y - y0) / (y1 - y0) + x0) {
        inside = !inside;
      }
    }
    return inside;
  }
}
