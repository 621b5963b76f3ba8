package org.sitewatch.sites;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Sites written into tests. */
public final class TestSites {
  private TestSites() {}

  /** A site with a core only, lon/lat. */
  public static Site core(String id, String wkt) {
    return of(id, Map.of(Zone.CORE, Wkt.of(wkt)));
  }

  public static Site of(String id, Map<Zone, Geometry> zones) {
    var areas = new EnumMap<Zone, MultiPolygon>(Zone.class);
    zones.forEach((zone, geometry) -> areas.put(zone, multi(geometry)));
    return new Site(id, id, areas, Site.DEFAULT_PRIORITY, "", new TreeMap<>());
  }

  private static MultiPolygon multi(Geometry geometry) {
    return geometry instanceof MultiPolygon many
        ? many
        : new GeometryFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
  }
}
