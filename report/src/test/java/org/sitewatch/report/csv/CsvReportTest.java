package org.sitewatch.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReportTest {

  @Test
  void numbersArePlainNullsEmptyAndNamesHarmless() {
    var disturbance =
        JsonNodeFactory.instance
            .objectNode()
            .put("rank", 1)
            .put("id", "a-20240911-a")
            .put("site_name", "=HYPERLINK(\"x\")")
            .put("type", "pits")
            .put("method", "long")
            .put("in_patrol_week", true)
            .put("area_m2", 12_345_678.9)
            .put("extent_pct", 0.0001)
            .put("centroid_lon", -70.25)
            .putNull("occurred_from");
    String text = new String(CsvReport.bytes(List.of(disturbance)), StandardCharsets.UTF_8);
    String line = text.lines().toList().get(1);
    assertTrue(line.startsWith("1,a-20240911-a,,\"'=HYPERLINK(\"\"x\"\")\","), line);
    assertTrue(line.contains(",true,pits,") && line.contains(",long,"), line);
    assertTrue(line.contains(",12345678.9,0.00010,,-70.25,"), line);
  }

  @Test
  void aReportWithoutDisturbancesHasItsHeader() {
    String text = new String(CsvReport.bytes(List.of()), StandardCharsets.UTF_8);
    assertEquals(1, text.lines().count());
  }
}
