package org.sitewatch.report.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.report.chips.ScaleLength;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.sheets.Labels.Spot;
import org.sitewatch.sites.Zone;

/**
 * A site with its zones and numbered disturbances, north up, to scale: on a sphere's tangent plane,
 * which over a site is true to a metre.
 */
final class SketchMap {
  private static final double METRES_A_DEGREE = 111_195;
  private static final int SIDE = 1000;
  private static final double AROUND = 1.15;
  private static final double LEAST_M = 200;

  /** Smaller than this, a disturbance gets a ring around it. */
  private static final int SMALL = 30;

  private static final double LONGEST_BAR = 0.3;

  private final double lon;
  private final double lat;
  private final double eastward_m;
  private final double side_m;
  private final StringBuilder svg = new StringBuilder();

  private SketchMap(Envelope bounds) {
    lon = bounds.centre().x;
    lat = bounds.centre().y;
    eastward_m = METRES_A_DEGREE * StrictMath.cos(StrictMath.toRadians(lat));
    side_m =
        Math.max(
            LEAST_M,
            AROUND
                * Math.max(bounds.getWidth() * eastward_m, bounds.getHeight() * METRES_A_DEGREE));
  }

  /**
   * @param zones in the order of zones
   */
  static String svg(SortedMap<Zone, MultiPolygon> zones, List<DisturbanceRecord> disturbances) {
    var bounds = new Envelope();
    zones.values().forEach(area -> bounds.expandToInclude(area.getEnvelopeInternal()));
    disturbances.forEach(one -> bounds.expandToInclude(one.outline().getEnvelopeInternal()));
    var map = new SketchMap(bounds);
    map.draw(zones, disturbances);
    return map.svg.toString();
  }

  private void draw(SortedMap<Zone, MultiPolygon> zones, List<DisturbanceRecord> disturbances) {
    svg.append("<svg class=\"map\" viewBox=\"0 0 1000 1000\">");
    for (Map.Entry<Zone, MultiPolygon> zone : zones.entrySet()) {
      area("zone-" + zone.getKey().label(), zone.getValue());
    }
    var spots = new ArrayList<Spot>();
    for (DisturbanceRecord one : disturbances) {
      area("found", one.outline());
      Envelope box = one.outline().getEnvelopeInternal();
      int x = x(box.centre().x);
      int y = y(box.centre().y);
      int width = x(box.getMaxX()) - x(box.getMinX());
      int height = y(box.getMinY()) - y(box.getMaxY());
      if (Math.max(width, height) < SMALL) {
        svg.append("<circle class=\"small\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(x, y, SMALL));
      }
      spots.add(
          new Spot(
              Integer.toString(one.rank()),
              x,
              y,
              Math.max(SMALL, width / 2),
              Math.max(SMALL, height / 2)));
    }
    Labels.place(spots, SIDE)
        .forEach(
            label ->
                svg.append(
                    "<text class=\"number\" x=\"%d\" y=\"%d\">%s</text>"
                        .formatted(label.x(), label.y(), label.text())));
    drawScale();
    svg.append("<path class=\"north\" d=\"M940 30l24 66l-24 -14l-24 14z\"/>");
    svg.append("<text class=\"mark\" x=\"940\" y=\"140\">N</text></svg>");
  }

  private void drawScale() {
    double length_m = ScaleLength.atMost_m(LONGEST_BAR * side_m);
    long bar = Math.round(length_m / side_m * SIDE);
    svg.append("<path class=\"bar\" d=\"M30 955v15h%dv-15\"/>".formatted(bar));
    svg.append(
        "<text class=\"mark\" x=\"%d\" y=\"950\">%s</text>"
            .formatted(30 + bar / 2, ScaleLength.text(length_m)));
  }

  private void area(String style, Geometry area) {
    svg.append("<path class=\"").append(style).append("\" d=\"");
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      ring(polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(polygon.getInteriorRingN(hole));
      }
    }
    svg.append("\"/>");
  }

  /** Corners that come to lie on the one before are left out. */
  private void ring(LineString ring) {
    char next = 'M';
    int lastX = Integer.MIN_VALUE;
    int lastY = Integer.MIN_VALUE;
    for (Coordinate corner : ring.getCoordinates()) {
      int x = x(corner.x);
      int y = y(corner.y);
      if (x != lastX || y != lastY) {
        svg.append(next).append(x).append(' ').append(y);
        next = 'L';
        lastX = x;
        lastY = y;
      }
    }
    svg.append('Z');
  }

  private int x(double ofLon) {
    return (int) Math.rint(SIDE * ((ofLon - lon) * eastward_m / side_m + 0.5));
  }

  private int y(double ofLat) {
    return (int) Math.rint(SIDE * (0.5 - (ofLat - lat) * METRES_A_DEGREE / side_m));
  }
}
