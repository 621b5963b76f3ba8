package org.sitewatch.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.sites.GroundDistance;

class PublicCellsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long SEED = 11;

  private static SiteRecord site(String id, double lon, double lat) {
    Envelope place = new Envelope(lon, lon + 0.002, lat, lat + 0.002);
    var factory = new GeometryFactory();
    MultiPolygon outline =
        factory.createMultiPolygon(new Polygon[] {(Polygon) factory.toGeometry(place)});
    return new SiteRecord(
        outline, MAPPER.createObjectNode().put("site_id", id).put("looks_seen", 1));
  }

  private static DisturbanceRecord disturbance(String site, String status, double area_m2) {
    JsonNode properties =
        MAPPER
            .createObjectNode()
            .put("site_id", site)
            .put("status", status)
            .put("area_m2", area_m2);
    return new DisturbanceRecord(
        new GeometryFactory().createMultiPolygon(), properties, Optional.empty());
  }

  @Test
  void aCellCountsItsSitesAndWhatHappenedThere() {
    var cells =
        new PublicCells(
            List.of(site("a", 10.1, 50.1), site("b", 10.2, 50.2), site("c", 10.3, 50.3)),
            List.of(
                disturbance("a", "confirmed", 900),
                disturbance("a", "first", 800),
                disturbance("b", "dismissed", 70_000)));
    assertEquals(1, cells.told().size());
    var tally = cells.told().get(PublicCell.of(10.1, 50.1));
    assertEquals(3, tally.sites);
    assertEquals(3, tally.seen);
    assertEquals(2, tally.disturbances);
    assertEquals(1, tally.confirmed);
    assertEquals("0.1-1 ha", tally.areaClass());
    assertEquals("10.0_50.0", cells.told().firstKey().id());
  }

  @Test
  void aCellOfFewSitesIsWithheld() {
    var cells =
        new PublicCells(
            List.of(site("a", 10.1, 50.1), site("b", 10.2, 50.2)),
            List.of(disturbance("a", "confirmed", 900)));
    assertTrue(cells.told().isEmpty());
    assertEquals(2, cells.withheldSites());
  }

  @Test
  void aCellWithASiteAtItsCornerIsWithheld() {
    var cells =
        new PublicCells(
            List.of(site("a", 10.001, 50.001), site("b", 10.2, 50.2), site("c", 10.3, 50.3)),
            List.of());
    assertTrue(cells.told().isEmpty());
  }

  @Test
  void noCoordinateLiesNearAnySite() throws IOException {
    var random = new Random(SEED);
    var sites = new ArrayList<SiteRecord>();
    for (int i = 0; i < 3_000; i++) {
      sites.add(site("s" + i, 5 * random.nextDouble(), 45 + 5 * random.nextDouble()));
    }
    var report = new PublicReport(new PublicCells(sites, List.of()), YearMonth.of(2024, 10));
    int cells = 0;
    for (JsonNode cell : MAPPER.readTree(report.coverage()).path("features")) {
      cells++;
      for (JsonNode corner : cell.at("/geometry/coordinates/0/0")) {
        for (SiteRecord site : sites) {
          for (Coordinate vertex : site.outline().getCoordinates()) {
            double away_m =
                GroundDistance.of_m(
                    corner.path(0).asDouble(), corner.path(1).asDouble(), vertex.x, vertex.y);
            assertTrue(away_m >= PublicCells.KEEP_AWAY_M, "seed " + SEED + ": " + away_m);
          }
        }
      }
    }
    assertTrue(cells > 20 && cells < 100, cells + " of 100 cells");
  }
}
