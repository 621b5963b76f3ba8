package org.sitewatch.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sitewatch.detect.Alert;
import org.sitewatch.detect.Control;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Extent;
import org.sitewatch.detect.History;
import org.sitewatch.detect.Measures;
import org.sitewatch.detect.Method;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.Timeline;
import org.sitewatch.detect.TracePoint;
import org.sitewatch.detect.score.DisturbanceType;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.TypeGuess;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/** Disturbances and sites to report on, in plain words: start from one and change what matters. */
public final class TestDisturbances {
  public static final LocalDate UNTIL = LocalDate.of(2024, 5, 19);

  private String id = "karakorum-20240503-a";
  private Zone zone = Zone.CORE;
  private Status status = Status.CONFIRMED;
  private double confidence = 0.9;
  private double area_m2 = 1300;
  private double distanceToCore_m = 0;
  private History history = History.LONG;
  private int historyLooks = 40;
  private LocalDate from = LocalDate.of(2024, 4, 28);
  private LocalDate to = LocalDate.of(2024, 5, 3);
  private LocalDate lastSeen = LocalDate.of(2024, 5, 13);
  private Control control = new Control(0.004, false);
  private Map<String, Double> deltas = Map.of("brightness", 0.08, "ndvi", -0.12);
  private Grounds grounds = Grounds.NONE;
  private TypeGuess type = TypeGuess.NONE;
  private String outline =
      "POLYGON ((102.84 47.2, 102.8404 47.2, 102.8404 47.2003, 102.84 47.2003, 102.84 47.2))";

  public static TestDisturbances one() {
    return new TestDisturbances();
  }

  public static Site site(String id, String name, int priority) {
    return new Site(
        id,
        name,
        Map.of(
            Zone.CORE,
            polygons(
                "POLYGON ((102.83 47.19, 102.85 47.19, 102.85 47.21, 102.83 47.21, 102.83 47.19))")),
        priority,
        "",
        new TreeMap<>());
  }

  public static MultiPolygon polygons(String wkt) {
    try {
      Geometry geometry = new WKTReader().read(wkt);
      return geometry instanceof MultiPolygon multi
          ? multi
          : new GeometryFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  public TestDisturbances id(String value) {
    id = value;
    return this;
  }

  public TestDisturbances zone(Zone value, double distance_m) {
    zone = value;
    distanceToCore_m = distance_m;
    return this;
  }

  public TestDisturbances status(Status value) {
    status = value;
    return this;
  }

  public TestDisturbances confidence(double value) {
    confidence = value;
    return this;
  }

  public TestDisturbances area_m2(double value) {
    area_m2 = value;
    return this;
  }

  public TestDisturbances history(History value, int looks) {
    history = value;
    historyLooks = looks;
    return this;
  }

  /** {@code earlier} may be null: no earlier clear look. */
  public TestDisturbances occurred(LocalDate earlier, LocalDate later) {
    from = earlier;
    to = later;
    return this;
  }

  public TestDisturbances lastSeen(LocalDate value) {
    lastSeen = value;
    return this;
  }

  public TestDisturbances noControl() {
    control = Control.NONE;
    return this;
  }

  public TestDisturbances regional() {
    control = new Control(1.2, true);
    return this;
  }

  public TestDisturbances deltas(Map<String, Double> value) {
    deltas = value;
    return this;
  }

  public TestDisturbances grounds(Grounds value) {
    grounds = value;
    return this;
  }

  public TestDisturbances type(DisturbanceType value) {
    type = new TypeGuess(value, 0.8, DisturbanceType.OTHER, 0.1);
    return this;
  }

  public TestDisturbances outline(String wkt) {
    outline = wkt;
    return this;
  }

  public Disturbance at(String siteId) {
    int looks = status == Status.FIRST ? 1 : status == Status.PROVISIONAL ? 2 : 3;
    return new Disturbance(
        id,
        siteId,
        zone,
        polygons(outline),
        new Extent(area_m2, 13, 0.42, 102.8402, 47.20015, distanceToCore_m, 310.25),
        new Timeline(
            from,
            to,
            to,
            to,
            lastSeen,
            List.of(new TracePoint(to, confidence / 2), new TracePoint(lastSeen, confidence)),
            from == null ? "" : "S2B_48TWT_20240428_0_L2A",
            "S2A_48TWT_20240513_0_L2A"),
        new Measures(7.25, 4.5, new TreeMap<>(deltas), control, 0.21, looks, looks),
        new Alert(
            status,
            confidence,
            "sentinel-2-l2a",
            history,
            historyLooks,
            history == History.LONG ? Method.LONG : Method.SHORT,
            true,
            "",
            type,
            grounds));
  }
}
