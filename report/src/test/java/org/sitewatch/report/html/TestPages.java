package org.sitewatch.report.html;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.detect.Period;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;

/** Runs made up, of any size, with names that try to break out of a page. */
final class TestPages {
  static final String HOSTILE = "</script><img src=x onerror=\"hacked=1\">{{data}}&'\u202e<!--";
  private static final Period PERIOD =
      new Period(LocalDate.parse("2024-10-13"), LocalDate.parse("2024-10-20"));
  private static final String[] STATUSES = {
    "confirmed", "provisional", "first", "finished", "dismissed"
  };
  private static final String[] TYPES = {"pits", "earthmoving", "track", "other"};
  private static final String[] STATES = {"seen", "seen", "not_seen", "no_scene", "failed"};
  private static final int PICTURE_PX = 48;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private TestPages() {}

  /**
   * @param folder pictures are written to
   * @param withEvidence how many of the first in rank have pictures
   */
  static RunRecords run(Path folder, int sites, int disturbances, int withEvidence)
      throws IOException {
    var found = new ArrayList<DisturbanceRecord>();
    for (int i = 0; i < disturbances; i++) {
      Optional<Evidence> evidence =
          i < withEvidence ? Optional.of(evidence(folder, i, i % sites)) : Optional.empty();
      found.add(
          new DisturbanceRecord(square(i % sites, 0.0004, i / sites), facts(i, sites), evidence));
    }
    var ledger = new ArrayList<SiteRecord>();
    for (int i = 0; i < sites; i++) {
      ledger.add(new SiteRecord(square(i, 0.004, 0), site(i)));
    }
    return new RunRecords(folder, "2024-W42", PERIOD, found, ledger);
  }

  private static double lon(int site) {
    return 102 + site % 40 * 0.11;
  }

  private static double lat(int site) {
    return 47 + site / 40 * 0.09;
  }

  private static MultiPolygon square(int site, double half, int step) {
    double lon = lon(site) + step % 7 * 0.0009;
    double lat = lat(site) + step / 7 % 7 * 0.0009;
    Polygon polygon =
        FACTORY.createPolygon(
            new Coordinate[] {
              new Coordinate(lon - half, lat - half),
              new Coordinate(lon + half, lat - half),
              new Coordinate(lon + half, lat + half),
              new Coordinate(lon - half, lat + half),
              new Coordinate(lon - half, lat - half)
            });
    return FACTORY.createMultiPolygon(new Polygon[] {polygon});
  }

  private static ObjectNode facts(int i, int sites) {
    int site = i % sites;
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("id", "s-%05d-20240911-%d".formatted(site, i));
    facts.put("site_id", "s-%05d".formatted(site)).put("site_name", name(site));
    facts.put("zone", i % 4 == 3 ? "buffer" : "core").put("status", STATUSES[i % STATUSES.length]);
    facts.put("certainty", "High").put("confidence", 0.99 - i % 90 * 0.01);
    facts.put("occurred_from", "2024-08-30").put("occurred_to", "2024-09-11");
    facts.put("alerted_on", "2024-09-14").put("last_seen", "2024-10-19");
    facts.put("alert_trace", "2024-09-14:0.26;2024-09-24:0.90").put("is_new", i % 10 == 2);
    facts.put("area_m2", 300 + i * 37 % 5000).put("extent_pct", 1.25);
    facts.put("centroid_lon", lon(site)).put("centroid_lat", lat(site));
    facts.put("mgrs", "48TUT 31234 43210").put("looks_clear", 7).put("looks_disturbed", 6);
    facts.put("type", TYPES[i % TYPES.length]).put("type_p", 0.8).put("in_patrol_week", i < 5);
    facts.put("rank", i + 1).put("score", 90 - i * 0.01).putNull("parent_id");
    for (String part : List.of("confidence", "status", "control", "severity", "zone", "recency")) {
      facts.put("score_" + part, 0.5);
    }
    facts.put("reason", "Confirmed ground change, number " + (i + 1) + ".");
    return facts;
  }

  private static String name(int site) {
    return site == 0 ? HOSTILE : site == 1 ? "Хүрэн хадны сүг зураг" : "Site " + site;
  }

  private static ObjectNode site(int i) {
    String state = STATES[i % STATES.length];
    ObjectNode site = JsonNodeFactory.instance.objectNode();
    site.put("site_id", "s-%05d".formatted(i)).put("site_name", name(i)).put("state", state);
    site.put("why_not", state.equals("failed") ? "scene.tif: cannot be read" : "");
    site.put("looks", "2024-10-14:cloud s2;2024-10-19:seen 1.00 s2").put("looks_seen", 1);
    site.put("looks_failed", state.equals("failed") ? 1 : 0).put("clear_share", 1.0);
    if (state.equals("no_scene")) {
      site.putNull("last_clear").putNull("days_since_clear");
    } else {
      int days = state.equals("not_seen") ? 40 : 1;
      site.put("last_clear", PERIOD.until().minusDays(days).toString());
      site.put("days_since_clear", days);
    }
    return site;
  }

  private static Evidence evidence(Path folder, int i, int site) throws IOException {
    var pictures = new TreeMap<String, String>();
    int hue = 0;
    for (String kind :
        List.of(Evidence.BEFORE, Evidence.AFTER, Evidence.BEFORE_SOIL, Evidence.AFTER_SOIL)) {
      String file = "chips/" + i + "_" + kind + ".png";
      pictures.put(kind, file);
      picture(folder.resolve(file), hue++ / 4f);
    }
    double half = 0.002;
    double[][] corners = {
      {lon(site) - half, lat(site) - half},
      {lon(site) + half, lat(site) - half},
      {lon(site) + half, lat(site) + half},
      {lon(site) - half, lat(site) + half}
    };
    var looks = new ArrayList<Evidence.LookPoint>();
    for (int look = 0; look < 24; look++) {
      String state = look % 5 == 4 ? "cloud" : look > 17 ? "disturbed" : "clear";
      double value = state.equals("cloud") ? Double.NaN : 0.2 + look % 3 * 0.01;
      looks.add(
          new Evidence.LookPoint(
              Instant.parse("2024-03-01T04:00:00Z").plus(look * 10L, ChronoUnit.DAYS),
              "scene-" + look,
              state,
              state.equals("cloud") ? 0 : 1,
              value,
              value / 2,
              value - 0.01,
              value / 2 - 0.01));
    }
    return new Evidence(
        pictures,
        new Evidence.Frame(corners, PICTURE_PX, PICTURE_PX, 1.4286, 32648),
        new Evidence.Shown("scene-17", Instant.parse("2024-08-30T04:00:00Z")),
        new Evidence.Shown("scene-23", Instant.parse("2024-10-19T04:00:00Z")),
        looks);
  }

  private static void picture(Path file, float hue) throws IOException {
    var image = new BufferedImage(PICTURE_PX, PICTURE_PX, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < PICTURE_PX; y++) {
      for (int x = 0; x < PICTURE_PX; x++) {
        image.setRGB(x, y, Color.HSBtoRGB(hue, 0.4f, 0.4f + (x * y % 20) / 40f));
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}
