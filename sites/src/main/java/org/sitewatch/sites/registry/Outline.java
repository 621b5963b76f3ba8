package org.sitewatch.sites.registry;

import java.util.List;
import java.util.function.Consumer;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.UserException;

/**
 * Polygons as a file has them, closed or not, valid or not: polygon, ring (the first is the shell),
 * (x, y) pairs; or points instead. A class over primitive arrays, which belong to it.
 */
public final class Outline {
  public static final Outline NONE = new Outline(List.of());

  private final List<List<double[]>> polygons;
  private final double[] points;

  public Outline(List<List<double[]>> polygons) {
    this(polygons, new double[0]);
  }

  private Outline(List<List<double[]>> polygons, double[] points) {
    this.polygons = polygons;
    this.points = points;
  }

  /** Places without an extent; a site of them needs a declared radius. */
  public static Outline ofPoints(double[] pairs) {
    return new Outline(List.of(), pairs);
  }

  public List<List<double[]>> polygons() {
    return polygons;
  }

  /** (x, y) pairs, empty for polygons. */
  public double[] points() {
    return points;
  }

  public boolean isPoints() {
    return points.length > 0;
  }

  public boolean isEmpty() {
    return polygons.isEmpty() && points.length == 0;
  }

  public int vertices() {
    int sum = points.length / 2;
    for (List<double[]> polygon : polygons) {
      for (double[] ring : polygon) {
        sum += ring.length / 2;
      }
    }
    return sum;
  }

  /**
   * The same in WGS84 lon/lat; its pairs are changed in place. Nothing, and a flaw more, where they
   * are nowhere in the CRS.
   */
  public Outline toLonLat(Projection projection, List<Flaw> flaws) {
    try {
      inPlace(projection::toLonLat);
      return this;
    } catch (UserException nowhere) {
      flaws.add(Flaw.error(RegistryFinding.Code.G2, nowhere.getMessage()));
      return NONE;
    }
  }

  /** Hands every ring and the points to a step that changes the pairs in place. */
  public void inPlace(Consumer<double[]> step) {
    polygons.forEach(polygon -> polygon.forEach(step));
    if (points.length > 0) {
      step.accept(points);
    }
  }
}
