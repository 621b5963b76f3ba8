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

  private final Outline outline;
  private final MetresGuess guess;
  private final List<Flaw> flaws = new ArrayList<>();

  private OutlineCheck(Outline outline, MetresGuess guess) {
    this.outline = outline;
    this.guess = guess;
  }

  /** The polygons, or none if there is an error among the flaws added to {@code found}. */
  static List<Polygon> polygons(Outline outline, MetresGuess guess, List<Flaw> found) {
    var check = new OutlineCheck(outline, guess);
    List<Polygon> polygons = check.polygons();
    found.addAll(check.flaws);
    return check.hasError() ? List.of() : polygons;
  }

  private boolean hasError() {
    return flaws.stream().anyMatch(flaw -> flaw.severity() == RegistryFinding.Severity.ERROR);
  }

  private List<Polygon> polygons() {
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
      flaws.add(
          Flaw.warningAt(Code.G1, firstDouble[0], firstDouble[1], text)
              .withCure("leave one of each, it changes no area")
              .withProposal(OutlineRepair.of(outline)));
    }
    return polygons;
  }

  private boolean isRing(double[] ring) {
    for (int at = 0; at < ring.length; at += 2) {
      double x = ring[at];
      double y = ring[at + 1];
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        flaws.add(
            Flaw.error(Code.G1, "vertex " + at / 2 + " is not finite: " + Flaw.place(x, y))
                .withCure("draw it again"));
        return false;
      }
      if (!MetresGuess.isLonLat(x, y)) {
        Flaw flaw = guess.flaw(x, y);
        flaws.add(
            switch (flaw.code()) {
              case G3 -> flaw.withProposal(SwappedOutline.proposal(outline));
              case G4 -> flaw.withProposal(AntimeridianSplit.of(outline));
              default -> flaw;
            });
        return false;
      }
      if (Math.abs(y) > MAX_LATITUDE) {
        flaws.add(
            Flaw.errorAt(Code.G4, x, y, "no images are read beyond latitude 84, reached")
                .withCure("cut the outline there"));
        return false;
      }
    }
    if (ring.length == 0) {
      flaws.add(broken(Flaw.error(Code.G1, "a ring of the outline is empty"), "draw it again"));
      return false;
    }
    int last = ring.length - 2;
    if (ring[0] != ring[last] || ring[1] != ring[last + 1]) {
      flaws.add(
          broken(
              Flaw.errorAt(Code.G1, ring[last], ring[last + 1], "outline is not closed"),
              "its last vertex must be its first, " + Flaw.place(ring[0], ring[1])));
      return false;
    }
    if (ring.length < 8) {
      flaws.add(
          broken(
              Flaw.errorAt(Code.G1, ring[0], ring[1], "outline has fewer than 3 corners"),
              "draw it again"));
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
            .withCure("if it crosses the antimeridian, split it there in two parts")
            .withProposal(AntimeridianSplit.of(outline)));
    return false;
  }

  private void checkValid(Polygon polygon) {
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error == null && !isSliver(polygon)) {
      return;
    }
    Coordinate at = error == null ? polygon.getCoordinate() : error.getCoordinate();
    String words = error == null ? "outline has no area" : words(error);
    Flaw flaw = Flaw.errorAt(Code.G1, at.x, at.y, words);
    if (!Tangle.is(polygon) && isSliver(GeometryFixer.fix(polygon))) {
      flaws.add(broken(Flaw.errorAt(Code.G1, at.x, at.y, "outline has no area"), "draw it again"));
    } else {
      flaws.add(broken(flaw, "redraw it there"));
    }
  }

  /** With what to do about it: by hand, or by the repair if there is one. */
  private Flaw broken(Flaw flaw, String byHand) {
    Proposal repair = OutlineRepair.of(outline);
    String or =
        repair.isNone()
            ? ""
            : String.format(
                Locale.ROOT,
                ", or take the repaired outline (area %.0f m² before, %.0f m² after)",
                repair.areaBefore_m2(),
                repair.areaAfter_m2());
    return flaw.withCure(byHand + or).withProposal(repair);
  }

  /** In degrees: the geodesic between two far vertices may enclose metres with a straight line. */
  static boolean isSliver(Geometry polygon) {
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
