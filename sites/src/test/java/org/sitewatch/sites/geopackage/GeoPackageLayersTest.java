package org.sitewatch.sites.geopackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.sites.Wkt;
import org.sitewatch.sites.geopackage.Column.Type;

class GeoPackageLayersTest {
  private static final List<Column> COLUMNS =
      List.of(new Column("na\"me", Type.TEXT), new Column("seen", Type.DATE));

  @TempDir Path folder;

  private static MultiPolygon square() {
    Polygon square = (Polygon) Wkt.of("POLYGON ((1 2, 3 2, 3 4, 1 4, 1 2))");
    return new GeometryFactory().createMultiPolygon(new Polygon[] {square});
  }

  private static byte[] twoLayers() throws SQLException {
    try (GeoPackage target = GeoPackage.inMemory()) {
      for (String name : List.of("one", "two")) {
        try (GeoPackage.Layer layer = target.addLayer(name, COLUMNS)) {
          layer.add(square(), List.of("Шар", "2024-05-03"));
          layer.add(new GeometryFactory().createMultiPolygon(), Arrays.asList("none", null));
        }
        target.addStyle(name, "<qgis/>");
      }
      return target.bytes();
    }
  }

  @Test
  void theSameContentIsTheSameBytes() throws SQLException {
    assertArrayEquals(twoLayers(), twoLayers());
  }

  @Test
  void gdalReadsLayersWithTheirTypesBoundsAndMissingPlaces()
      throws IOException, SQLException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/ogrinfo")), "skipped: no ogrinfo");
    Path file = Files.write(folder.resolve("two.gpkg"), twoLayers());
    Process process =
        new ProcessBuilder("/usr/bin/ogrinfo", "-al", file.toString(), "two")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    for (String expected :
        List.of(
            "Feature Count: 2",
            "Extent: (1.000000, 2.000000) - (3.000000, 4.000000)",
            "seen: Date",
            "na\"me (String) = Шар",
            "seen (Date) = (null)",
            "MULTIPOLYGON (((1 2,3 2,3 4,1 4,1 2)))")) {
      assertEquals(true, text.contains(expected), expected + " not in " + text);
    }
    assertEquals(false, text.contains("Warning") || text.contains("ERROR"), text);
  }

  @Test
  void columnsMustDifferAndRowsMustFit() throws SQLException {
    try (GeoPackage target = GeoPackage.inMemory()) {
      var twice = List.of(new Column("a", Type.TEXT), new Column("A", Type.TEXT));
      assertThrows(IllegalArgumentException.class, () -> target.addLayer("x", twice));
      var reserved = List.of(new Column("FID", Type.TEXT));
      assertThrows(IllegalArgumentException.class, () -> target.addLayer("y", reserved));
      try (GeoPackage.Layer layer = target.addLayer("z", COLUMNS)) {
        assertThrows(IllegalArgumentException.class, () -> layer.add(square(), List.of("one")));
      }
    }
  }
}
