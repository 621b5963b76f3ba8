package org.sitewatch.report.kmz;

import java.util.List;
import java.util.StringJoiner;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.telling.ToldReason;
import org.sitewatch.report.telling.ToldWhyNot;
import org.sitewatch.report.words.PlainText;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlWriter;

/** Features of a KML document: a disturbance, its pictures on the ground, a site. */
final class KmlPlacemark {
  private static final int DEGREE_DECIMALS = 7;

  /** Properties that go along as data, by the names of {@code disturbances.geojson}. */
  private static final List<String> DATA =
      List.of(
          ("id run_id rank score site_id site_name zone status confidence certainty is_new"
                  + " in_patrol_week type type_p cause_category cause_type cause_certainty"
                  + " effect_type area_m2 extent_pct extent_class centroid_lon centroid_lat mgrs"
                  + " occurred_from occurred_to first_seen alerted_on last_seen published_in"
                  + " looks_clear looks_disturbed sensors before_scene after_scene before_utc"
                  + " after_utc verdict verified_by verified_on note authorised")
              .split(" "));

  private static final List<String> SITE_DATA =
      List.of("site_id", "state", "why_not", "last_clear", "days_since_clear", "disturbances");

  private final XmlWriter xml;
  private final Words words;

  KmlPlacemark(XmlWriter xml, Words words) {
    this.xml = xml;
    this.words = words;
  }

  void disturbance(DisturbanceRecord disturbance, StatusMark mark) {
    xml.open("Placemark");
    xml.text("name", disturbance.rank() + " " + shown(disturbance.text("site_name")));
    xml.text("visibility", mark.isOver() ? "0" : "1");
    xml.text("Snippet", shown(ToldReason.of(disturbance, words)), "maxLines", "2");
    xml.text("description", Balloon.of(disturbance, words));
    timeSpan(disturbance, mark);
    xml.text("styleUrl", "#" + KmlStyles.of(mark, disturbance.is("in_patrol_week")));
    xml.open("ExtendedData");
    for (String name : DATA) {
      String value = disturbance.text(name);
      if (!value.isEmpty()) {
        xml.open("Data", "name", name).text("value", shown(value)).close();
      }
    }
    xml.close().open("MultiGeometry");
    if (Double.isFinite(disturbance.lon()) && Double.isFinite(disturbance.lat())) {
      xml.open("Point").text("coordinates", place(disturbance.lon(), disturbance.lat())).close();
    }
    polygons(disturbance.outline());
    xml.close().close();
  }

  void site(SiteRecord site, String style) {
    xml.open("Placemark").text("name", shown(site.name()));
    xml.text("Snippet", shown(ToldWhyNot.of(site, words)), "maxLines", "2");
    xml.text("styleUrl", "#" + style).open("ExtendedData");
    for (String name : SITE_DATA) {
      if (!site.text(name).isEmpty()) {
        xml.open("Data", "name", name).text("value", shown(site.text(name))).close();
      }
    }
    xml.close().open("MultiGeometry");
    polygons(site.outline());
    xml.close().close();
  }

  /** Its pictures where they were taken; none is on when the file is opened. */
  void overlays(DisturbanceRecord disturbance) {
    var paths = KmzPictures.paths(disturbance);
    double[][] corners =
        disturbance.evidence().map(found -> found.frame().corners()).orElse(new double[0][]);
    if (paths.isEmpty() || corners.length != 4) {
      return;
    }
    xml.open("Folder").text("name", disturbance.rank() + " " + shown(disturbance.id()));
    xml.text("visibility", "0").text("open", "0");
    paths.forEach(
        (kind, path) -> {
          String shows = Evidence.KINDS.get(kind);
          xml.open("GroundOverlay").text("name", words.text("kmz.picture." + shows));
          xml.text("visibility", "0");
          String scene = disturbance.evidence().orElseThrow().shown(shows).sceneId();
          xml.text("Snippet", shown(scene), "maxLines", "1");
          xml.text("drawOrder", Integer.toString(kind));
          xml.open("Icon").text("href", path).close();
          xml.open("gx:LatLonQuad").text("coordinates", places(corners)).close();
          xml.close();
        });
    xml.close();
  }

  /** From when it can have been there, to its last sight if it is over. */
  private void timeSpan(DisturbanceRecord disturbance, StatusMark mark) {
    String from = disturbance.text("occurred_from");
    String to = mark.isOver() ? disturbance.text("last_seen") : "";
    if (from.isEmpty() && to.isEmpty()) {
      return;
    }
    xml.open("TimeSpan");
    if (!from.isEmpty()) {
      xml.text("begin", from);
    }
    if (!to.isEmpty()) {
      xml.text("end", to);
    }
    xml.close();
  }

  private void polygons(MultiPolygon outline) {
    for (int part = 0; part < outline.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) outline.getGeometryN(part);
      xml.open("Polygon");
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(hole));
      }
      xml.close();
    }
  }

  private void ring(String element, LinearRing ring) {
    var places = new StringJoiner(" ");
    for (Coordinate corner : ring.getCoordinates()) {
      places.add(place(corner.x, corner.y));
    }
    xml.open(element).open("LinearRing").text("coordinates", places.toString()).close().close();
  }

  /** Lower left, lower right, upper right, upper left, as a frame has them. */
  private static String places(double[][] corners) {
    var places = new StringJoiner(" ");
    for (double[] corner : corners) {
      places.add(place(corner[0], corner[1]));
    }
    return places.toString();
  }

  private static String place(double lon, double lat) {
    return FixedDecimals.of(lon, DEGREE_DECIMALS) + "," + FixedDecimals.of(lat, DEGREE_DECIMALS);
  }

  /** Names and data are plain text, but Earth fills in {@code $[name]} there, too. */
  private static String shown(String text) {
    return PlainText.of(text).replace("$[", "$ [");
  }
}
