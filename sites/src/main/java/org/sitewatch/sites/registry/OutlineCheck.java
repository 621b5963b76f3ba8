package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * Turns an outline into valid polygons, or says what is wrong and where. Coordinates are rounded to
 * nine decimals first, so that what is checked is what is written. Nothing is repaired.
 */
final class OutlineCheck {
  /** Images and projections end before the poles. */
  static final double MAX_LATITUDE = 84;

  /** What is nowhere wider than about a centimetre has no area. */
  private static final double SLIVER_DEGREES = 5e-8;

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel());

  private final MetresGuess guess;
  private final List<Flaw> flaws = new ArrayList<>();

  private OutlineCheck(MetresGuess guess) {
    this.guess = guess;
  }

  /** The polygons, or none if there is an error among the flaws added to {@code found}. */
  static List<Polygon> polygons(Outline outline, MetresGuess guess, List<Flaw> found) {
    var check = new OutlineCheck(guess);
    List<Polygon> polygons = check.polygons(outline);
    found.addAll(check.flaws);
    return check.hasError() ? List.of() : polygons;
  }

  private boolean hasError() {
    return flaws.stream().anyMatch(flaw -> flaw.severity() == RegistryFinding.Severity.ERROR);
  }

  private List<Polygon> polygons(Outline outline) {
    var polygons = new ArrayList<Polygon>();
    int doubled = 0;
    double[] firstDouble = {};
    for (List<double[]> rings : outline.polygons()) {
      var closed = new ArrayList<LinearRing>();
      for (double[] ring : rings) {
        for (int at = 2; at < ring.length; at += 2) {
          if (ring[at] == ring[at - 2] && ring[at + 1] == ring[at - 1]) {
            firstDouble = doubled == 0 ? new double[] {ring[at], ring[at + 1]} : firstDouble;
            doubled++;
          }
        }
        if (!isRing(ring)) {
          return List.of(); // the first broken ring is enough to say
        }
        closed.add(FACTORY.createLinearRing(coordinates(ring)));
      }
      LinearRing[] holes =
          closed.subList(Math.min(1, closed.size()), closed.size()).toArray(LinearRing[]::new);
      if (!closed.isEmpty()) {
        Polygon polygon = FACTORY.createPolygon(closed.get(0), holes);
        if (checkWidth(polygon)) {
          checkValid(polygon);
        }
        polygons.add(polygon);
      }
    }
    if (doubled > 0) {
      String text = doubled == 1 ? "a vertex is doubled" : doubled + " vertices are doubled, first";
      flaws.add(Flaw.warningAt(Code.G1, firstDouble[0], firstDouble[1], text));
    }
    return polygons;
  }

  private boolean isRing(double[] ring) {
    for (int at = 0; at < ring.length; at += 2) {
      double x = ring[at];
      double y = ring[at + 1];
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        flaws.add(Flaw.error(Code.G1, "vertex " + at / 2 + " is not finite: " + Flaw.place(x, y)));
        return false;
      }
      if (!MetresGuess.isLonLat(x, y)) {
        flaws.add(guess.flaw(x, y));
        return false;
      }
      if (Math.abs(y) > MAX_LATITUDE) {
        flaws.add(Flaw.errorAt(Code.G4, x, y, "no images are read beyond latitude 84, reached"));
        return false;
      }
    }
    if (ring.length == 0) {
      flaws.add(Flaw.error(Code.G1, "a ring of the outline is empty"));
      return false;
    }
    int last = ring.length - 2;
    if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
      flaws.add(
          Flaw.errorAt(Code.G1, ring[last], ring[last + 1], "outline is not closed")
              .withCure("its last vertex must be its first, " + Flaw.place(ring[0], ring[1])));
      return false;
    }
    if (ring.length < 8) {
      flaws.add(Flaw.errorAt(Code.G1, ring[0], ring[1], "outline has fewer than 3 corners"));
      return false;
    }
    return true;
  }

  private static Coordinate[] coordinates(double[] ring) {
    var coordinates = new Coordinate[ring.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] =
          new Coordinate(
              CanonicalNumber.rounded(ring[2 * i]), CanonicalNumber.rounded(ring[2 * i + 1]));
    }
    return coordinates;
  }

  private boolean checkWidth(Polygon polygon) {
    Envelope bounds = polygon.getEnvelopeInternal();
    if (bounds.getWidth() <= 180) {
      return true;
    }
    Coordinate first = polygon.getCoordinate();
    flaws.add(
        Flaw.errorAt(
                Code.G4,
                first.x,
                first.y,
                String.format(Locale.ROOT, "outline is %.1f degrees wide", bounds.getWidth()))
            .withCure("if it crosses the antimeridian, split it there in two parts"));
    return false;
  }

  private void checkValid(Polygon polygon) {
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error == null && !isSliver(polygon)) {
      return;
    }
    Geometry repaired = GeometryFixer.fix(polygon);
    Coordinate at = error == null ? polygon.getCoordinate() : error.getCoordinate();
    if (error == null || isSliver(repaired)) {
      flaws.add(Flaw.errorAt(Code.G1, at.x, at.y, "outline has no area"));
      return;
    }
    double drawn_m2 = GeodesicArea.area_m2(polygon);
    double repaired_m2 = GeodesicArea.area_m2(repaired);
    String cure =
        String.format(
            Locale.ROOT,
            "redraw it there, or take the repaired outline (area %.0f m² before, %.0f m² after)",
            drawn_m2,
            repaired_m2);
    flaws.add(Flaw.errorAt(Code.G1, at.x, at.y, words(error)).withCure(cure));
  }

  /** In degrees: the geodesic between two far vertices may enclose metres with a straight line. */
  private static boolean isSliver(Geometry polygon) {
    return !(polygon.getArea() > SLIVER_DEGREES * polygon.getLength());
  }

  private static String words(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION -> "outline crosses itself";
      case TopologyValidationError.RING_SELF_INTERSECTION -> "outline touches itself";
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "a hole lies outside the outline";
      case TopologyValidationError.NESTED_HOLES -> "a hole lies in a hole";
      case TopologyValidationError.DISCONNECTED_INTERIOR -> "holes cut the outline in two";
      default -> "outline is not valid (" + error.getMessage() + ")";
    };
  }
}
