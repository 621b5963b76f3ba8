package org.sitewatch.report.comapeo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.records.TestRecords;
import org.sitewatch.report.words.Words;

class ComapeoReportTest {
  @TempDir Path folder;

  private static JsonNode alerts(TestRecords run) throws IOException {
    byte[] json = ComapeoReport.files(run.read(), Words.ENGLISH).get("comapeo-alerts.geojson");
    return new ObjectMapper().readTree(json).path("features");
  }

  @Test
  void anAlertHasItsDatesItsSourceAndFlatMetadata() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed")
        .put("occurred_from", "2024-04-28")
        .put("occurred_to", "2024-05-03")
        .put("type", "pits");
    JsonNode alert = alerts(run).get(0);
    JsonNode properties = alert.path("properties");
    assertEquals("2024-04-28T00:00:00Z", properties.path("detectionDateStart").asText());
    assertEquals("2024-05-03T23:59:59Z", properties.path("detectionDateEnd").asText());
    assertEquals("a-1", properties.path("sourceId").asText());
    assertEquals("pits", properties.path("alert_type").asText());
    assertEquals(1, properties.path("rank").asInt());
    assertEquals("MultiPolygon", alert.at("/geometry/type").asText());
    properties.forEach(value -> assertTrue(value.isValueNode() && !value.isNull()));
  }

  @Test
  void anAlertNeverEndsWhenItBegins() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "first").putNull("occurred_from").put("occurred_to", "2024-05-03");
    JsonNode properties = alerts(run).get(0).path("properties");
    Instant start = Instant.parse(properties.path("detectionDateStart").asText());
    assertTrue(start.isBefore(Instant.parse(properties.path("detectionDateEnd").asText())));
  }

  @Test
  void whatIsOverIsNoAlertAndHostileNamesAreOneLine() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "finished");
    run.disturbance("b-1", "b", "dismissed");
    run.disturbance("c-1", "c", "verified").put("site_name", TestRecords.HOSTILE);
    JsonNode alerts = alerts(run);
    assertEquals(1, alerts.size());
    String name = alerts.get(0).at("/properties/site_name").asText();
    assertFalse(name.matches("(?s).*[\\p{Cc}\u202E].*"), name);
  }
}
