package org.sitewatch.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.GroundDistance;

class PublicCellsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long SEED = 11;

  private static JsonNode site(String id, double lon, double lat) {
    ObjectNode feature = MAPPER.createObjectNode();
    feature.putObject("properties").put("site_id", id).put("looks_seen", 1);
    var ring =
        feature
            .putObject("geometry")
            .put("type", "MultiPolygon")
            .putArray("coordinates")
            .addArray()
            .addArray();
    for (double[] step : new double[][] {{0, 0}, {0.002, 0}, {0.002, 0.002}, {0, 0}}) {
      ring.addArray().add(lon + step[0]).add(lat + step[1]);
    }
    return feature;
  }

  private static JsonNode disturbance(String site, String status, double area_m2) {
    return MAPPER
        .createObjectNode()
        .put("site_id", site)
        .put("status", status)
        .put("area_m2", area_m2);
  }

  @Test
  void aCellCountsItsSitesAndWhatHappenedThere() {
    var cells =
        new PublicCells(
            List.of(site("a", 10.1, 50.1), site("b", 10.2, 50.2), site("c", 10.3, 50.3)),
            List.of(disturbance("a", "confirmed", 900), disturbance("a", "first", 800)));
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
    var sites = new ArrayList<JsonNode>();
    for (int i = 0; i < 3_000; i++) {
      sites.add(site("s" + i, 5 * random.nextDouble(), 45 + 5 * random.nextDouble()));
    }
    var report = new PublicReport(new PublicCells(sites, List.of()), YearMonth.of(2024, 10));
    int cells = 0;
    for (JsonNode cell : MAPPER.readTree(report.coverage()).path("features")) {
      cells++;
      for (JsonNode corner : cell.at("/geometry/coordinates/0/0")) {
        for (JsonNode site : sites) {
          for (JsonNode vertex : site.at("/geometry/coordinates/0/0")) {
            double away_m =
                GroundDistance.of_m(
                    corner.path(0).asDouble(),
                    corner.path(1).asDouble(),
                    vertex.path(0).asDouble(),
                    vertex.path(1).asDouble());
            assertTrue(away_m >= PublicCells.KEEP_AWAY_M, "seed " + SEED + ": " + away_m);
          }
        }
      }
    }
    assertTrue(cells > 20 && cells < 100, cells + " of 100 cells");
  }
}
