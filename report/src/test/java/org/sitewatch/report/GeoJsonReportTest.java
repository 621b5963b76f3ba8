package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.report.TestDisturbances.UNTIL;
import static org.sitewatch.report.TestDisturbances.one;
import static org.sitewatch.report.TestDisturbances.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.History;
import org.sitewatch.detect.Status;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.Ranking;
import org.sitewatch.report.rank.RankingWeights;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

class GeoJsonReportTest {
  private static final List<String> NEVER_NULL =
      List.of(
          ("id run_id site_id site_name zone status confidence certainty rank score score_severity"
                  + " score_zone score_significance score_recency score_threat score_confidence"
                  + " score_status score_control in_patrol_week reason area_m2 pixels occurred_to first_seen alerted_on"
                  + " alert_trace looks_clear looks_disturbed last_seen history history_looks"
                  + " is_new published_in before_scene after_scene centroid_lon centroid_lat"
                  + " extent_pct extent_class distance_to_boundary_m peak_anomaly mean_anomaly"
                  + " sensors control regional software config_sha256 mgrs"
                  + " score_authorised authorised")
              .split(" "));
  private static final Map<String, Site> SITES =
      Map.of(
          "karakorum", site("karakorum", "Хархорум", 1),
          "khar", site("khar", "Khar \"Balgas\"\n\\ خربة", 3));

  @Test
  void reportIsTheGoldenOne() throws IOException {
    GoldenFile.check("disturbances.geojson", bytes(few()));
  }

  @Test
  void everyPromisedPropertyIsThereAndFlat() throws IOException {
    for (JsonNode feature : json(few()).get("features")) {
      JsonNode properties = feature.get("properties");
      for (String name : NEVER_NULL) {
        assertTrue(properties.has(name) && !properties.get(name).isNull(), name);
      }
      properties.forEach(value -> assertTrue(value.isValueNode()));
      assertEquals(feature.get("id"), properties.get("id"));
    }
  }

  @Test
  void onlyUnknownDatesAndMeasuresAreNull() throws IOException {
    JsonNode properties =
        json(List.of(one().occurred(null, LocalDate.of(2024, 5, 3)).noControl().at("khar")))
            .at("/features/0/properties");
    List<String> nulls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      if (property.getValue().isNull()) {
        nulls.add(property.getKey());
      }
    }
    assertEquals(
        List.of(
            "parent_id",
            "occurred_from",
            "control_delta",
            "confidence_parts",
            "verdict",
            "verified_by",
            "verified_on",
            "note",
            "verdict_area_m2",
            "verdict_effect"),
        nulls.stream().filter(name -> !name.contains("_chip") && !name.endsWith("_utc")).toList());
    assertEquals("none", properties.get("control").asText());
  }

  @Test
  void anyNameComesBackAsItWas() throws IOException {
    String wild = "a\"b\\c\n\t\u0000 Өвөрхангай خربة \uD83C\uDFFA </script>";
    JsonNode report = json(List.of(one().at("wild")), Map.of("wild", site("wild", wild, 2)));
    assertEquals(wild, report.at("/features/0/properties/site_name").asText());
  }

  @Test
  void halfASurrogatePairDoesNotStopTheReport() throws IOException {
    JsonNode report = json(List.of(one().at("x")), Map.of("x", site("x", "a\uD83Cb", 2)));
    assertEquals("a\uFFFDb", report.at("/features/0/properties/site_name").asText());
  }

  @Test
  void numbersThatAreNoneAreWrittenAsNull() throws IOException {
    Disturbance broken =
        one().deltas(Map.of("ndvi", Double.NaN, "nbr", Double.POSITIVE_INFINITY)).at("khar");
    String text = new String(bytes(List.of(broken)), StandardCharsets.UTF_8);
    assertTrue(text.contains("\"delta_nbr\":null,\"delta_ndvi\":null"));
    assertFalse(text.contains("NaN") || text.contains("Infinity"));
  }

  @Test
  void shuffledInputGivesTheSameBytes() throws IOException {
    List<Disturbance> some = new ArrayList<>(few());
    byte[] expected = bytes(some);
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(some, new Random(seed));
      assertArrayEquals(expected, bytes(some), "seed " + seed);
    }
  }

  @Test
  void publishedInNamesTheRunThatFirstReportedIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GeoJsonReport.write(
        "2024-W20",
        PatrolPlan.NO_LIMIT.mark(Ranking.rank(few(), SITES, UNTIL, RankingWeights.DEFAULT)),
        TestFacts.of(Map.of("karakorum-20240503-a", "2024-W18")),
        out);
    JsonNode features = new ObjectMapper().readTree(out.toByteArray()).get("features");
    for (JsonNode feature : features) {
      boolean old = feature.get("id").asText().equals("karakorum-20240503-a");
      assertEquals(old ? "2024-W18" : "2024-W20", feature.at("/properties/published_in").asText());
    }
  }

  @Test
  void emptyReportIsStillACollection() throws IOException {
    JsonNode report = json(List.of());
    assertEquals("FeatureCollection", report.get("type").asText());
    assertEquals(0, report.get("features").size());
    assertFalse(report.has("crs"));
  }

  @Test
  void fiveThousandFeaturesAreNothing() throws IOException {
    List<Disturbance> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(one().id("d" + i).area_m2(100 + i).at("khar"));
    }
    assertEquals(5000, json(many).get("features").size());
  }

  static List<Disturbance> few() {
    return List.of(
        one().at("karakorum"),
        one()
            .id("khar-20240513-a")
            .status(Status.FIRST)
            .confidence(0.31)
            .zone(Zone.BUFFER, 85.25)
            .area_m2(400)
            .noControl()
            .outline(
                "POLYGON ((102.8 47.1, 102.8 47.1006, 102.8006 47.1006, 102.8006 47.1, 102.8 47.1),"
                    + " (102.8002 47.1002, 102.8004 47.1002, 102.8004 47.1004, 102.8002 47.1004,"
                    + " 102.8002 47.1002))")
            .at("khar"),
        one()
            .id("khar-20240503-b")
            .status(Status.PROVISIONAL)
            .confidence(0.62)
            .history(History.PAIR, 1)
            .occurred(null, LocalDate.of(2024, 5, 3))
            .deltas(Map.of())
            .outline(
                "MULTIPOLYGON (((102.8 47.1, 102.8001 47.1, 102.8001 47.1001, 102.8 47.1001, 102.8"
                    + " 47.1)), ((102.8001 47.1001, 102.8002 47.1001, 102.8002 47.1002, 102.8001"
                    + " 47.1002, 102.8001 47.1001)))")
            .at("khar"));
  }

  static byte[] bytes(List<Disturbance> disturbances) throws IOException {
    return bytes(disturbances, SITES);
  }

  private static byte[] bytes(List<Disturbance> disturbances, Map<String, Site> sites)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GeoJsonReport.write(
        "2024-W20",
        Ranking.rank(disturbances, sites, UNTIL, RankingWeights.DEFAULT),
        TestFacts.of(Map.of()),
        out);
    return out.toByteArray();
  }

  private static JsonNode json(List<Disturbance> disturbances) throws IOException {
    return json(disturbances, SITES);
  }

  private static JsonNode json(List<Disturbance> disturbances, Map<String, Site> sites)
      throws IOException {
    return new ObjectMapper().readTree(bytes(disturbances, sites));
  }
}
