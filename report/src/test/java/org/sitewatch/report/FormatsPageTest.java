package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.run.RunFiles;

/** docs/formats.md tells every property there is, and none that is not. */
class FormatsPageTest {
  private static final Path PAGE = Path.of("../docs/formats.md");

  @TempDir Path folder;

  private static Set<String> written(String golden) throws IOException {
    var names = new TreeSet<String>();
    try (InputStream in = FormatsPageTest.class.getResourceAsStream(golden)) {
      for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
        feature.path("properties").fieldNames().forEachRemaining(names::add);
      }
    }
    assertFalse(names.isEmpty());
    return names;
  }

  /** Rows of tables of six columns that begin with a name. */
  private static Set<String> documented(String file) throws IOException {
    var names = new ArrayList<String>();
    boolean inside = false;
    for (String line : Files.readAllLines(PAGE)) {
      if (line.startsWith("## ")) {
        inside = line.equals("## " + file);
      }
      String[] cells = line.split("\\|", -1);
      if (inside && line.startsWith("| `")) {
        assertEquals(8, cells.length, line);
        assertFalse(cells[2].isBlank() || cells[5].isBlank() || cells[6].isBlank(), line);
        names.add(cells[1].strip().replace("`", ""));
      }
    }
    assertEquals(names.size(), Set.copyOf(names).size(), "a name twice in " + names);
    return new TreeSet<>(names);
  }

  @Test
  void everyPropertyOfADisturbanceIsInThePageAndViceVersa() throws IOException {
    assertEquals(written("disturbances.geojson"), documented("disturbances.geojson"));
  }

  @Test
  void everyPropertyOfASiteIsInThePageAndViceVersa() throws IOException {
    assertEquals(written("coverage.geojson"), documented("coverage.geojson"));
  }

  @Test
  void everyPropertyOfAZoneIsInThePageAndViceVersa() throws IOException {
    ZonesReport.files("run", List.of(TestDisturbances.site("a", "A", 1))).writeTo(folder);
    var names = new TreeSet<String>();
    JsonNode zones = new ObjectMapper().readTree(folder.resolve(RunFiles.ZONES).toFile());
    zones.at("/features/0/properties").fieldNames().forEachRemaining(names::add);
    assertEquals(names, documented("zones.geojson"));
  }

  @Test
  void everyFileThereIsIsNamed() throws IOException {
    String page = Files.readString(PAGE);
    for (String file :
        List.of(
            "disturbances.qml",
            "coverage.qml",
            "zones.geojson",
            "report.html",
            "sheets.html",
            "summary.csv",
            "patrol.kmz",
            "patrol.gpx",
            "sitewatch.gpkg",
            "arches-append.csv",
            "comapeo-alerts.geojson")) {
      assertTrue(page.contains("`" + file + "`"), file);
    }
  }
}
