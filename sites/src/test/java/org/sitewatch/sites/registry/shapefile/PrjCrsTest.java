package org.sitewatch.sites.registry.shapefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts as ogr2ogr and ArcGIS write them. */
class PrjCrsTest {
  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static String utm(String geographic, double meridian, int north) {
    return "PROJCS[\"UTM\","
        + geographic
        + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
        + "PARAMETER[\"False_Northing\","
        + north
        + "],PARAMETER[\"Central_Meridian\","
        + meridian
        + "],PARAMETER[\"Scale_Factor\",0.9996],PARAMETER[\"Latitude_Of_Origin\",0.0],"
        + "UNIT[\"Meter\",1.0]]";
  }

  private static String datum(String name, String spheroid, double figure) {
    return WGS84
        .replace("D_WGS_1984", name)
        .replace("\"WGS_1984\"", '"' + spheroid + '"')
        .replace("298.257223563", Double.toString(figure));
  }

  @Test
  void lonLatIsRead() {
    assertEquals(4326, PrjCrs.of(WGS84).epsg());
    assertEquals("GCS_WGS_1984", PrjCrs.of(WGS84).name());
  }

  @ParameterizedTest
  @CsvSource({"105, 0, 32648", "-177, 10000000, 32701", "177, 0, 32660", "35.5, 0, 0", "105, 5, 0"})
  void utmIsReadByItsNumbers(double meridian, int north, int epsg) {
    assertEquals(epsg, PrjCrs.of(utm(WGS84, meridian, north)).epsg());
  }

  @ParameterizedTest
  @CsvSource({
    "D_ETRS_1989, GRS_1980, 298.257222101, 32648",
    "D_ITRF_2000, GRS_1980, 298.257222101, 32648",
    "D_North_American_1983, GRS_1980, 298.257222101, 32648",
    "D_Pulkovo_1942, Krasovsky_1940, 298.3, 0",
    "D_European_1950, International_1924, 297.0, 0",
    "D_WGS_1984, Krasovsky_1940, 298.3, 0"
  })
  void onlyDatumsNearWgs84AreRead(String name, String spheroid, double figure, int epsg) {
    assertEquals(epsg, PrjCrs.of(utm(datum(name, spheroid, figure), 105, 0)).epsg());
  }

  @Test
  void webMercatorIsReadAsArcGisAndGdalNameIt() {
    String parameters =
        ",PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],"
            + "PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";
    String text = "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84;
    assertEquals(
        3857, PrjCrs.of(text + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"]" + parameters).epsg());
    assertEquals(0, PrjCrs.of(text + ",PROJECTION[\"Mercator\"]" + parameters).epsg());
  }

  @ParameterizedTest
  @CsvSource({
    "'UNIT[\"Degree\",0.0174532925199433]', 'UNIT[\"Grad\",0.015707963267949]'",
    "'PRIMEM[\"Greenwich\",0.0]', 'PRIMEM[\"Paris\",2.33722917]'",
    "'6378137.0', '6378249.2'"
  })
  void otherDegreesAreRefusedWithAReason(String one, String other) {
    PrjCrs crs = PrjCrs.of(WGS84.replace(one, other));
    assertEquals(0, crs.epsg());
    assertFalse(crs.obstacle().isEmpty());
  }

  @Test
  void brokenTextNeverThrows() {
    String whole = utm(WGS84, 105, 0);
    var random = new Random(5);
    for (int i = 0; i < 5000; i++) {
      var text = new StringBuilder(whole);
      for (int hit = 0; hit < 3; hit++) {
        text.setCharAt(random.nextInt(text.length()), "[]\",x0.-(".charAt(random.nextInt(9)));
      }
      PrjCrs.of(text.substring(0, random.nextInt(text.length())));
      PrjCrs.of(text.toString());
    }
    assertEquals(0, PrjCrs.of("A[".repeat(100_000)).epsg());
    assertTrue(PrjCrs.of("").obstacle().contains("no well-known text"));
  }
}
