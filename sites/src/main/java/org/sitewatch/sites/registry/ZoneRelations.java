package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** G5: a zone that does not hold the one within it, and sites on the ground of others. */
final class ZoneRelations {
  /** Below it boundaries were drawn along each other, no more. */
  private static final double TOLERATED_SHARE = 0.001;

  private static final double TOLERATED_M2 = 100;

  private ZoneRelations() {}

  /** A buffer may be a ring around the core: what it encloses counts as within it. */
  static void checkZones(Site site, List<Flaw> flaws) {
    Map.Entry<Zone, MultiPolygon> inner = null;
    for (Map.Entry<Zone, MultiPolygon> outer : site.zones().entrySet()) {
      if (inner != null) {
        Geometry outside =
            OverlayNGRobust.overlay(
                inner.getValue(), enclosed(outer.getValue()), OverlayNG.DIFFERENCE);
        double outside_m2 = GeodesicArea.area_m2(outside);
        if (isMuch(outside_m2, inner.getValue())) {
          Coordinate at = outside.getInteriorPoint().getCoordinate();
          String text =
              String.format(
                  Locale.ROOT,
                  "%s does not hold the %s: %.0f m² lie outside,",
                  outer.getKey().label(),
                  inner.getKey().label(),
                  outside_m2);
          flaws.add(
              Flaw.warningAt(Code.G5, at.x, at.y, text)
                  .withCure("draw it wider if it is meant to"));
        }
      }
      inner = outer;
    }
  }

  private static Geometry enclosed(MultiPolygon area) {
    var filled = new ArrayList<Polygon>();
    for (Object part : PolygonExtracter.getPolygons(area)) {
      filled.add(area.getFactory().createPolygon(((Polygon) part).getExteriorRing()));
    }
    return OutlineRepair.together(filled);
  }

  /** Each pair once, told of the site whose id comes first. */
  static List<RegistryFinding> overlaps(Collection<Site> sites) {
    var index = new STRtree();
    var areas = new ArrayList<Placed>();
    for (Site site : sites) {
      var placed = new Placed(site, site.area());
      areas.add(placed);
      index.insert(placed.area.getEnvelopeInternal(), placed);
    }
    var findings = new ArrayList<RegistryFinding>();
    for (Placed one : areas) {
      for (Object found : index.query(one.area.getEnvelopeInternal())) {
        Placed other = (Placed) found;
        if (one.site.id().compareTo(other.site.id()) < 0) {
          Geometry both = OverlayNGRobust.overlay(one.area, other.area, OverlayNG.INTERSECTION);
          double both_m2 = GeodesicArea.area_m2(both);
          if (isMuch(both_m2, one.area) || isMuch(both_m2, other.area)) {
            findings.add(overlap(one.site, other.site, both, both_m2));
          }
        }
      }
    }
    return findings;
  }

  private record Placed(Site site, Geometry area) {}

  private static boolean isMuch(double part_m2, Geometry whole) {
    return part_m2 > Math.min(TOLERATED_M2, TOLERATED_SHARE * GeodesicArea.area_m2(whole));
  }

  private static RegistryFinding overlap(Site one, Site other, Geometry both, double both_m2) {
    Coordinate at = both.getInteriorPoint().getCoordinate();
    String text =
        String.format(
            Locale.ROOT,
            "%.0f m² lie in site '%s' too (%s),",
            both_m2,
            other.id(),
            zoneAt(one, both) + " and " + zoneAt(other, both));
    return Flaw.warningAt(Code.G5, at.x, at.y, text)
        .withCure("what is found there is told of both, redraw one if that is not meant")
        .of(one.id());
  }

  /** The innermost zone the common ground reaches. */
  private static String zoneAt(Site site, Geometry both) {
    for (Map.Entry<Zone, MultiPolygon> zone : site.zones().entrySet()) {
      if (zone.getValue().intersects(both)) {
        return zone.getKey().label();
      }
    }
    return "no zone";
  }
}
