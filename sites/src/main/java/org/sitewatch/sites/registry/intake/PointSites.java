package org.sitewatch.sites.registry.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.MetresGuess;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.text.PlainNumber;

/** Sites that are points become circles of a declared radius, which they keep as an attribute. */
final class PointSites {
  /** The attribute of a site that was a point: metres. */
  static final String RADIUS = "point_radius_m";

  private static final double MAX_LATITUDE = 84;

  private final Optional<String> radiusField;
  private final double radius_m;
  private final MetresGuess guess;

  /**
   * @param radiusField as the file calls it
   * @param radius_m where the field says nothing; NaN for no radius
   */
  PointSites(Optional<String> radiusField, double radius_m, MetresGuess guess) {
    this.radiusField = radiusField;
    this.radius_m = radius_m;
    this.guess = guess;
  }

  RawFeature grown(RawFeature feature) {
    if (!feature.outline().isPoints()) {
      return feature;
    }
    var flaws = new ArrayList<>(feature.flaws());
    var properties = new TreeMap<>(feature.properties());
    OptionalDouble radius = radius_m(feature, flaws);
    Outline circles = Outline.NONE;
    if (radius.isPresent()) {
      circles = circles(feature.outline().points(), radius.getAsDouble(), flaws);
      properties.put(RADIUS, radius.getAsDouble());
    }
    return RawFeature.of(feature.label(), properties, circles, flaws);
  }

  private OptionalDouble radius_m(RawFeature feature, List<Flaw> flaws) {
    Optional<String> text =
        radiusField
            .map(feature.properties()::get)
            .map(RawFeature::text)
            .map(String::strip)
            .filter(word -> !word.isEmpty());
    if (text.isPresent()) {
      OptionalDouble number = PlainNumber.parse(text.get().replace(',', '.'));
      if (number.isPresent() && Grown.isReach(number.getAsDouble())) {
        return number;
      }
      flaws.add(
          Flaw.error(Code.A2, "its radius must be in (0, 50000] m, got '" + text.get() + "'"));
      return OptionalDouble.empty();
    }
    if (!Double.isNaN(radius_m)) {
      return OptionalDouble.of(radius_m);
    }
    flaws.add(
        Flaw.error(
            Code.G1,
            "it is a point and no radius is declared; say --radius-m or --radius-field, or draw a"
                + " polygon"));
    return OptionalDouble.empty();
  }

  private Outline circles(double[] points, double reach_m, List<Flaw> flaws) {
    var polygons = new ArrayList<List<double[]>>();
    for (int at = 0; at < points.length; at += 2) {
      double lon = points[at];
      double lat = points[at + 1];
      Optional<Flaw> flaw = flaw(lon, lat);
      if (flaw.isPresent()) {
        flaws.add(flaw.get());
        return Outline.NONE;
      }
      var point = new GeometryFactory().createPoint(new Coordinate(lon, lat));
      polygons.addAll(Grown.by(point, reach_m).polygons());
    }
    return new Outline(polygons);
  }

  private Optional<Flaw> flaw(double lon, double lat) {
    if (!Double.isFinite(lon) || !Double.isFinite(lat)) {
      return Optional.of(Flaw.error(Code.G1, "its point is not finite: " + Flaw.place(lon, lat)));
    }
    if (!MetresGuess.isLonLat(lon, lat)) {
      return Optional.of(guess.flaw(lon, lat));
    }
    if (Math.abs(lat) > MAX_LATITUDE) {
      return Optional.of(
          Flaw.errorAt(Code.G4, lon, lat, "no images are read beyond latitude 84, reached"));
    }
    return lon == 0 && lat == 0
        ? Optional.of(Flaw.errorAt(Code.G1, lon, lat, "no place is given: its point lies"))
        : Optional.empty();
  }
}
