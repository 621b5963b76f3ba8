package org.sitewatch.report.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.detect.Period;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

class RunRecordsTest {
  private static final String EMPTY = "{\"features\": []}";
  private static final LocalDate UNTIL = LocalDate.of(2024, 5, 19);

  @TempDir Path run;

  @Test
  void siteWithoutAnOutlineIsRead() throws IOException {
    write(EMPTY, feature("null"));
    assertTrue(read().sites().get(0).outline().isEmpty());
  }

  @Test
  void outlineKeepsItsHoles() throws IOException {
    write(
        EMPTY,
        feature(
            "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[0,9],[0,0]],"
                + "[[1,1],[1,2],[2,1],[1,1]]]]}"));
    assertEquals(
        "MULTIPOLYGON (((0 0, 9 0, 0 9, 0 0), (1 1, 1 2, 2 1, 1 1)))",
        read().sites().get(0).outline().toText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[]", "{\"features\": null}", "{\"features\": {}}"})
  void fileThatIsNoReportIsNotOneWithNothingFound(String disturbances) throws IOException {
    write(disturbances, EMPTY);
    assertRefused("disturbances.geojson: cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[9,0],[0,9],[0,0]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":null}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[0,9]]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9],[0,9],[0,0]]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,\"x\"],[0,9],[0,0]]]]}",
        "{\"type\":\"MultiPolygon\",\"coordinates\":[5]}"
      })
  void brokenOutlineIsRefused(String geometry) throws IOException {
    write(EMPTY, feature(geometry));
    assertRefused("coverage.geojson: cannot be read: ");
  }

  private void assertRefused(String message) {
    UserException refused = assertThrows(UserException.class, this::read);
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  private static String feature(String geometry) {
    return "{\"features\": [{\"properties\": {\"site_id\": \"a\"}, \"geometry\": "
        + geometry
        + "}]}";
  }

  private void write(String disturbances, String coverage) throws IOException {
    Files.writeString(run.resolve("disturbances.geojson"), disturbances);
    Files.writeString(run.resolve("coverage.geojson"), coverage);
  }

  private RunRecords read() {
    return RunRecords.read(run, "2024-W20", new Period(UNTIL.minusDays(7), UNTIL));
  }
}
