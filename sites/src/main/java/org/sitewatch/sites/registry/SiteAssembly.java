package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import org.sitewatch.sites.registry.RegistryFinding.Severity;

/** Puts one site together from all features that carry its id, in whatever order they came. */
final class SiteAssembly {
  private static final PrecisionModel PRECISION =
      new PrecisionModel(CanonicalNumber.COORDINATE_SCALE);

  private final String id;
  private final List<RawFeature> features;
  private final MetresGuess guess;
  private final List<Flaw> flaws = new ArrayList<>();

  private SiteAssembly(String id, List<RawFeature> features, MetresGuess guess) {
    this.id = id;
    this.features = features;
    this.guess = guess;
  }

  /** The site, empty if there is an error among the findings that are added. */
  static Optional<Site> site(
      String id, List<RawFeature> features, MetresGuess guess, List<RegistryFinding> findings) {
    var assembly = new SiteAssembly(id, features, guess);
    Optional<Site> site = assembly.site();
    Coordinate middle = site.map(SiteAssembly::middle).orElseGet(assembly::firstVertex);
    assembly.flaws.stream().distinct().map(flaw -> flaw.near(middle).of(id)).forEach(findings::add);
    return site;
  }

  private static Coordinate middle(Site site) {
    return site.area().getInteriorPoint().getCoordinate();
  }

  /** For what is wrong at no one place; no numbers if what is drawn is nowhere on the ground. */
  private Coordinate firstVertex() {
    for (RawFeature feature : features) {
      for (List<double[]> polygon : feature.outline().polygons()) {
        for (double[] ring : polygon) {
          if (ring.length > 1 && MetresGuess.isLonLat(ring[0], ring[1])) {
            return new Coordinate(ring[0], ring[1]);
          }
        }
      }
    }
    return new Coordinate(Double.NaN, Double.NaN);
  }

  private Optional<Site> site() {
    var parts = new EnumMap<Zone, List<Polygon>>(Zone.class);
    var attributes = new EnumMap<Zone, SortedMap<String, Object>>(Zone.class);
    var priorities = new TreeSet<Integer>();
    for (RawFeature feature : features) {
      flaws.addAll(feature.flaws());
      feature.priority(flaws).ifPresent(priorities::add);
      var found = new ArrayList<Flaw>();
      List<Polygon> polygons = OutlineCheck.polygons(feature.outline(), guess, found);
      found.forEach(flaw -> flaws.add(flaw.ofFeature(feature.label())));
      if (feature.outline().polygons().isEmpty() && !hasError(feature.flaws())) {
        flaws.add(Flaw.error(Code.G1, feature.label() + " has no outline; draw one"));
      }
      feature
          .zone(flaws)
          .ifPresent(
              zone -> {
                parts.computeIfAbsent(zone, any -> new ArrayList<>()).addAll(polygons);
                attributes.merge(zone, feature.attributes(), this::merged);
              });
    }
    String name = one("name", RawFeature::name);
    String designation = one("designation", RawFeature::designation);
    if (priorities.size() > 1) {
      flaws.add(Flaw.error(Code.A1, "its features have priorities " + priorities + "; give one"));
    }
    if (hasError(flaws)) {
      return Optional.empty();
    }
    var zones = new EnumMap<Zone, MultiPolygon>(Zone.class);
    parts.forEach((zone, polygons) -> zones.put(zone, together(polygons)));
    int priority = priorities.isEmpty() ? Site.DEFAULT_PRIORITY : priorities.first();
    var site =
        new Site(
            id, name.isEmpty() ? id : name, zones, priority, designation, innermost(attributes));
    SiteSizeCheck.check(site, flaws);
    VocabularyCheck.check(site, flaws);
    ZoneRelations.checkZones(site, flaws);
    return Optional.of(site);
  }

  private static boolean hasError(List<Flaw> flaws) {
    return flaws.stream().anyMatch(flaw -> flaw.severity() == Severity.ERROR);
  }

  private String one(String field, Function<RawFeature, String> value) {
    var values = new TreeSet<String>();
    features.stream().map(value).filter(text -> !text.isEmpty()).forEach(values::add);
    if (values.size() > 1) {
      String differing = "'" + String.join("', '", values) + "'";
      flaws.add(
          Flaw.error(
              Code.A1,
              "the id is used for features that differ in "
                  + field
                  + " ("
                  + differing
                  + "); give another id or the same "
                  + field));
    }
    return values.isEmpty() ? "" : values.first();
  }

  /** Of values that differ between components of a zone the first in order of text is kept. */
  private SortedMap<String, Object> merged(
      SortedMap<String, Object> known, SortedMap<String, Object> more) {
    var result = new TreeMap<>(more);
    known.forEach(
        (key, value) -> {
          Object other = more.get(key);
          if (other != null && !other.equals(value)) {
            String text = "its components differ in '" + key + "'; one value is kept";
            flaws.add(Flaw.warning(Code.A1, text));
          }
          boolean keep = other == null || value.toString().compareTo(other.toString()) <= 0;
          result.put(key, keep ? value : other);
        });
    return result;
  }

  private static SortedMap<String, Object> innermost(
      Map<Zone, SortedMap<String, Object>> attributes) {
    var result = new TreeMap<String, Object>();
    attributes.values().forEach(zone -> zone.forEach(result::putIfAbsent));
    return result;
  }

  /** Parts that meet or overlap become one, on the grid of the canonical coordinates. */
  private MultiPolygon together(List<Polygon> polygons) {
    GeometryFactory factory = new GeometryFactory();
    MultiPolygon all = factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    if (polygons.size() > 1 && !all.isValid()) {
      Geometry union = UnaryUnionNG.union(all, PRECISION);
      all =
          union instanceof MultiPolygon many
              ? many
              : factory.createMultiPolygon(new Polygon[] {(Polygon) union});
    }
    all.normalize();
    return all;
  }
}
