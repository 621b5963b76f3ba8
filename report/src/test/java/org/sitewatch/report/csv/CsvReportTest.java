package org.sitewatch.report.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.report.records.TestRecords;

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
  void excelKnowsTheLettersAndAPatrolHasColumnsToFillIn() {
    var disturbance = JsonNodeFactory.instance.objectNode().put("site_name", "Хархорум");
    byte[] csv = CsvReport.bytes(List.of(disturbance));
    assertEquals("efbbbf", HexFormat.of().formatHex(csv, 0, 3));
    List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
    assertTrue(lines.get(0).endsWith(",verdict,verified_by,verified_on,note"), lines.get(0));
    assertTrue(lines.get(1).endsWith(",,,,") && lines.get(1).contains("Хархорум"), lines.get(1));
  }

  @Test
  void hostileNamesAreOneLineOfTextAndNoFormula() {
    var disturbance = JsonNodeFactory.instance.objectNode().put("site_name", TestRecords.HOSTILE);
    String text = new String(CsvReport.bytes(List.of(disturbance)), StandardCharsets.UTF_8);
    assertEquals(2, text.lines().count());
    assertTrue(text.contains(",\"'=HYPERLINK(\"\"http://x\"\")</name>"), text);
    assertFalse(text.contains("\u202E") || text.contains("\u0007"), text);
  }

  @Test
  void aReportWithoutDisturbancesHasItsHeader() {
    String text = new String(CsvReport.bytes(List.of()), StandardCharsets.UTF_8);
    assertEquals(1, text.lines().count());
  }
}
