package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeodesicAreaTest {
  /** What the class promises: relative error by length of edge. */
  private static final Map<Integer, Double> PROMISED =
      Map.of(30, 1e-7, 300, 1e-7, 1000, 1e-7, 10_000, 2e-6, 100_000, 1e-5);

  @Test
  void agreesWithGeographicLib() throws IOException {
    for (String line : golden()) {
      String[] column = line.split(";");
      double expected = Double.parseDouble(column[1]);
      double area = GeodesicArea.area_m2(Wkt.of(column[2]));
      double promised = PROMISED.get(Integer.valueOf(column[0]));
      assertEquals(0, area / expected - 1, promised, line);
    }
  }

  @Test
  void theWholeBandBetweenTwoParallelsOfASphereOfEqualArea() {
    // the ellipsoid has 510 065 621.7 km²
    double eighth = GeodesicArea.area_m2(Wkt.of("POLYGON ((0 0, 90 0, 0 90, 0 0))"));
    assertEquals(510_065_621_724_089.0 / 8, eighth, 1);
  }

  @Test
  void aHoleIsTakenOffAndPartsAreAdded() {
    double outer = area("POLYGON ((35 30, 35.1 30, 35.1 30.1, 35 30.1, 35 30))");
    double inner = area("POLYGON ((35.02 30.02, 35.08 30.02, 35.08 30.08, 35.02 30.02))");
    assertEquals(
        outer - inner,
        area(
            "POLYGON ((35 30, 35.1 30, 35.1 30.1, 35 30.1, 35 30),"
                + " (35.02 30.02, 35.08 30.02, 35.08 30.08, 35.02 30.02))"),
        1e-6);
    assertEquals(
        outer + inner,
        area(
            "GEOMETRYCOLLECTION (POINT (1 1), MULTIPOLYGON (((35 30, 35.1 30, 35.1 30.1, 35 30.1,"
                + " 35 30))), POLYGON ((35.02 30.02, 35.08 30.02, 35.08 30.08, 35.02 30.02)))"),
        1e-6);
  }

  @Test
  void directionOfRingsDoesNotMatter() {
    assertEquals(
        area("POLYGON ((35 30, 36 30, 36 31, 35 30))"),
        area("POLYGON ((35 30, 36 31, 36 30, 35 30))"),
        1e-3);
  }

  @Test
  void linesPointsAndEmptyHaveNone() {
    assertEquals(0, area("POLYGON EMPTY"));
    assertEquals(0, area("LINESTRING (0 0, 1 1)"));
    assertEquals(0, area("MULTIPOINT (0 0, 1 1)"));
  }

  @Test
  void aRingAcrossTheAntimeridianGoesTheShortWay() {
    double here = area("POLYGON ((10 0, 12 0, 12 1, 10 1, 10 0))");
    assertEquals(here, area("POLYGON ((179 0, -179 0, -179 1, 179 1, 179 0))"), here * 1e-12);
  }

  private static double area(String wkt) {
    return GeodesicArea.area_m2(Wkt.of(wkt));
  }

  /** Made by src/test/python/geodesic_area_golden.py. */
  private static List<String> golden() throws IOException {
    try (var csv = GeodesicAreaTest.class.getResourceAsStream("geodesic-area-golden.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
