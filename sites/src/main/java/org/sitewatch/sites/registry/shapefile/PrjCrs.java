package org.sitewatch.sites.registry.shapefile;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The CRS of a .prj file, by its numbers and not by its name alone.
 *
 * @param epsg of a CRS that {@link org.sitewatch.sites.Projection} knows, 0 for any other
 * @param name as the file has it
 * @param obstacle why it cannot be read, empty if it can
 */
record PrjCrs(int epsg, String name, String obstacle) {
  private static final double DEGREE = Math.PI / 180;
  private static final double AXIS_M = 6378137;

  /**
   * Datums on which WGS84 stands within a metre or two; the shift is taken as null, as everywhere
   * here. Letters and digits of the name only, in lower case.
   */
  private static final Set<String> LIKE_WGS84 =
      Set.of(
          "wgs1984",
          "wgs84",
          "worldgeodeticsystem1984",
          "northamerican1983",
          "northamericandatum1983",
          "etrs1989",
          "europeanterrestrialreferencesystem1989",
          "europeanterrestrialreferencesystem1989ensemble",
          "worldgeodeticsystem1984ensemble",
          "sirgas2000",
          "sistemadereferenciageocentricoparalasamericas2000",
          "rgf1993",
          "reseaugeodesiquefrancais1993",
          "gda1994",
          "gda2020",
          "jgd2000",
          "china2000",
          "monref1997");

  static PrjCrs of(String text) {
    Optional<WktNode> parsed = WktNode.parse(text);
    if (parsed.isEmpty()) {
      return other("", "it is no well-known text");
    }
    WktNode root = parsed.get();
    if (root.keyword().equals("COMPD_CS") && !root.children().isEmpty()) {
      root = root.children().get(0);
    }
    String name = root.name();
    WktNode geographic = root.child("GEOGCS").orElse(root);
    if (!geographic.keyword().equals("GEOGCS")) {
      return other(name, "it is no GEOGCS or PROJCS");
    }
    Optional<String> obstacle = obstacle(geographic);
    if (obstacle.isPresent()) {
      return other(name, obstacle.get());
    }
    int epsg = root == geographic ? 4326 : projected(root);
    return epsg == 0
        ? other(name, "only UTM, Web Mercator and lon/lat are read")
        : new PrjCrs(epsg, name, "");
  }

  private static PrjCrs other(String name, String obstacle) {
    return new PrjCrs(0, name, obstacle);
  }

  /** Why its degrees are not those of WGS84. */
  private static Optional<String> obstacle(WktNode geographic) {
    WktNode datum = geographic.child("DATUM").orElse(geographic);
    String word =
        datum.name().toLowerCase(Locale.ROOT).replaceFirst("^d_", "").replaceAll("[^a-z0-9]", "");
    WktNode spheroid = datum.child("SPHEROID").orElse(datum);
    boolean figure =
        Math.abs(spheroid.number(1) - AXIS_M) < 1e-3
            && Math.abs(spheroid.number(2) - 298.2572) < 1e-3;
    boolean known = LIKE_WGS84.contains(word) || word.matches("(itrf|internationalterrestrial).*");
    if (!known || !figure) {
      return Optional.of("its datum '" + datum.name() + "' is not WGS84 or within metres of it");
    }
    Optional<WktNode> shift = datum.child("TOWGS84");
    for (int word7 = 0; shift.isPresent() && word7 < shift.get().words().size(); word7++) {
      if (shift.get().number(word7) != 0) {
        return Optional.of("it asks for a datum shift");
      }
    }
    boolean greenwich =
        geographic.child("PRIMEM").map(meridian -> meridian.number(1) == 0).orElse(true);
    boolean degrees =
        geographic.child("UNIT").map(unit -> near(unit.number(1), DEGREE, 1e-9)).orElse(false);
    return greenwich && degrees
        ? Optional.empty()
        : Optional.of("its degrees are no degrees from Greenwich");
  }

  private static int projected(WktNode root) {
    boolean metres = root.child("UNIT").map(unit -> unit.number(1) == 1).orElse(false);
    String method = root.child("PROJECTION").map(WktNode::name).orElse("").toLowerCase(Locale.ROOT);
    if (!metres) {
      return 0;
    }
    return switch (method) {
      case "transverse_mercator" -> utm(root);
      case "mercator_auxiliary_sphere" -> webMercator(root, 0);
      case "mercator_1sp" -> root.name().endsWith("Pseudo-Mercator") ? webMercator(root, 1) : 0;
      default -> 0;
    };
  }

  /** Other datums than WGS84 too: their figures differ by a tenth of a millimetre. */
  private static int utm(WktNode root) {
    double meridian = parameter(root, "central_meridian", Double.NaN);
    double zone = (meridian + 183) / 6;
    double falseNorthing_m = parameter(root, "false_northing", 0);
    boolean utm =
        near(parameter(root, "scale_factor", 1), 0.9996, 1e-9)
            && parameter(root, "false_easting", 0) == 500_000
            && (falseNorthing_m == 0 || falseNorthing_m == 10_000_000)
            && parameter(root, "latitude_of_origin", 0) == 0
            && zone == Math.rint(zone)
            && zone >= 1
            && zone <= 60;
    return utm ? (falseNorthing_m == 0 ? 32600 : 32700) + (int) zone : 0;
  }

  private static int webMercator(WktNode root, double defaultScale) {
    boolean plain =
        parameter(root, "false_easting", 0) == 0
            && parameter(root, "false_northing", 0) == 0
            && parameter(root, "central_meridian", 0) == 0
            && parameter(root, "standard_parallel_1", 0) == 0
            && parameter(root, "auxiliary_sphere_type", 0) == 0
            && parameter(root, "scale_factor", defaultScale) == defaultScale;
    return plain ? 3857 : 0;
  }

  private static double parameter(WktNode root, String name, double ifMissing) {
    return root.children().stream()
        .filter(child -> child.keyword().equals("PARAMETER") && child.name().equalsIgnoreCase(name))
        .findFirst()
        .map(child -> child.number(1))
        .orElse(ifMissing);
  }

  private static boolean near(double value, double expected, double slack) {
    return Math.abs(value - expected) <= slack;
  }
}
