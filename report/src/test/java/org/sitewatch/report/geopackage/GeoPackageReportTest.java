package org.sitewatch.report.geopackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.TestRecords;
import org.sitewatch.report.words.Words;

class GeoPackageReportTest {
  @TempDir Path folder;
  private TestRecords run;

  @BeforeEach
  void aRun() {
    run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed").put("site_name", TestRecords.HOSTILE);
    run.disturbance("b-1", "b", "first").putNull("occurred_from").put("area_m2", 12);
    run.site("a", "A", "seen");
    run.site("broken", "B", "failed");
  }

  private List<List<String>> query(String sql) throws IOException, SQLException {
    RunRecords records = run.read();
    Path file = folder.resolve("out.gpkg");
    Files.write(file, GeoPackageReport.files(records, Words.ENGLISH).get("sitewatch.gpkg"));
    var rows = new ArrayList<List<String>>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void layersAreRegisteredWithTheirBounds() throws IOException, SQLException {
    List<List<String>> contents =
        query("SELECT table_name, data_type, srs_id, min_x < max_x FROM gpkg_contents");
    assertEquals(List.of("disturbances", "features", "4326", "1"), contents.get(0));
    assertTrue(contents.contains(List.of("coverage", "features", "4326", "1")));
    assertEquals("attributes", contents.get(1).get(1));
    assertEquals(List.of(List.of("1196444487")), query("SELECT * FROM pragma_application_id()"));
  }

  @Test
  void columnsHaveTheTypesOfTheirValues() throws IOException, SQLException {
    var types = query("SELECT name, type FROM pragma_table_info('disturbances')");
    for (List<String> expected :
        List.of(
            List.of("site_name", "TEXT"),
            List.of("area_m2", "DOUBLE"),
            List.of("rank", "INTEGER"),
            List.of("is_new", "BOOLEAN"),
            List.of("occurred_from", "DATE"),
            List.of("parent_id", "TEXT"))) {
      assertTrue(types.contains(expected), expected + " not in " + types);
    }
  }

  @Test
  void textsAreKeptAsTheyAreAndNullIsNull() throws IOException, SQLException {
    var rows = query("SELECT site_name, occurred_from, area_m2 FROM disturbances ORDER BY fid");
    assertEquals(TestRecords.HOSTILE, rows.get(0).get(0));
    assertEquals(null, rows.get(1).get(1));
    assertEquals("12.0", rows.get(1).get(2));
  }

  @Test
  void eachLayerHasItsStyle() throws IOException, SQLException {
    var styles =
        query(
            "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML LIKE '%<qgis %'"
                + " FROM layer_styles ORDER BY id");
    assertEquals(
        List.of(List.of("disturbances", "geom", "1", "1"), List.of("coverage", "geom", "1", "1")),
        styles);
  }

  @Test
  void theSameRunIsTheSameBytesAndAnEmptyOneAFile() throws IOException, SQLException {
    RunRecords records = run.read();
    assertArrayEquals(
        GeoPackageReport.files(records, Words.ENGLISH).get("sitewatch.gpkg"),
        GeoPackageReport.files(records, Words.ENGLISH).get("sitewatch.gpkg"));
    run = TestRecords.in(folder);
    assertEquals(List.of(List.of("0")), query("SELECT count(*) FROM disturbances"));
  }
}
