package org.sitewatch.report.gpx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.telling.ToldReason;
import org.sitewatch.report.words.PlainText;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlWriter;

/**
 * {@code patrol.gpx}, GPX 1.1: a waypoint for every disturbance that was not dismissed, and a route
 * through those of the patrol's week, the first rank first.
 */
public final class GpxReport {
  public static final String FILE = "patrol.gpx";

  private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";
  private static final int DEGREE_DECIMALS = 7;

  private final XmlWriter xml = new XmlWriter();
  private final Words words;

  private GpxReport(Words words) {
    this.words = words;
  }

  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    var files = new TreeMap<String, byte[]>();
    files.put(FILE, new GpxReport(words).bytes(records));
    return files;
  }

  private record Waypoint(String name, DisturbanceRecord disturbance) {}

  private byte[] bytes(RunRecords records) {
    List<Waypoint> waypoints = waypoints(records.disturbances());
    xml.open("gpx", "version", "1.1", "creator", "sitewatch", "xmlns", NAMESPACE);
    xml.open("metadata").text("name", words.text("gpx.name", records.runId()));
    xml.text("desc", words.text("gpx.desc", records.period().until().toString()));
    xml.text("time", instant(records.period().until())).close();
    for (Waypoint waypoint : waypoints) {
      point("wpt", waypoint);
    }
    List<Waypoint> route =
        waypoints.stream().filter(point -> point.disturbance.is("in_patrol_week")).toList();
    if (!route.isEmpty()) {
      xml.open("rte").text("name", words.text("gpx.route", records.runId()));
      xml.text("desc", words.text("gpx.route_desc", Integer.toString(route.size())));
      for (Waypoint waypoint : route) {
        point("rtept", waypoint);
      }
      xml.close();
    }
    return xml.close().bytes();
  }

  private static List<Waypoint> waypoints(List<DisturbanceRecord> disturbances) {
    List<DisturbanceRecord> shown =
        disturbances.stream()
            .filter(one -> !one.text("status").equals(StatusMark.DISMISSED.label()))
            .filter(one -> Math.abs(one.lon()) <= 180 && Math.abs(one.lat()) <= 90)
            .toList();
    List<String> names = WaypointNames.of(shown);
    var waypoints = new ArrayList<Waypoint>();
    for (int i = 0; i < shown.size(); i++) {
      waypoints.add(new Waypoint(names.get(i), shown.get(i)));
    }
    return waypoints;
  }

  /** The order of the elements is that of the schema. */
  private void point(String element, Waypoint waypoint) {
    DisturbanceRecord disturbance = waypoint.disturbance;
    String status = disturbance.text("status");
    xml.open(
        element,
        "lat",
        FixedDecimals.of(disturbance.lat(), DEGREE_DECIMALS),
        "lon",
        FixedDecimals.of(disturbance.lon(), DEGREE_DECIMALS));
    disturbance.date("last_seen").ifPresent(day -> xml.text("time", instant(day)));
    xml.text("name", waypoint.name);
    xml.text("cmt", PlainText.of(ToldReason.of(disturbance, words)));
    xml.text("desc", description(disturbance));
    xml.text("src", disturbance.text("sensors"));
    StatusMark.find(status).ifPresent(mark -> xml.text("sym", mark.gpsSymbol()));
    xml.text("type", PlainText.of(status));
    xml.close();
  }

  private String description(DisturbanceRecord disturbance) {
    var description = new StringJoiner("\n");
    description.add(PlainText.of(disturbance.text("site_name")));
    String status = disturbance.text("status");
    description.add(PlainText.of(words.textOr("status.", status)));
    description.add(PlainText.of(ToldReason.of(disturbance, words)));
    String from = disturbance.text("occurred_from");
    String to = disturbance.text("occurred_to");
    description.add(
        from.isEmpty()
            ? words.text("gpx.occurred_before", to)
            : words.text("gpx.occurred", from, to));
    if (!disturbance.text("mgrs").isEmpty()) {
      description.add("MGRS " + disturbance.text("mgrs"));
    }
    return description.add(PlainText.of(disturbance.id())).toString();
  }

  /** The end of no day is known: its begin stands for it. */
  private static String instant(LocalDate day) {
    return day + "T00:00:00Z";
  }
}
