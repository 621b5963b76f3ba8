package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
  private static final double METRES = 1e-5;
  private static final double DEGREES = 1e-9;

  /** epsg, lon, lat, x, y as PROJ has them; made by src/test/python/projection_golden.py. */
  private record Golden(int epsg, double lon, double lat, double x, double y) {
    static List<Golden> all() {
      try (var csv = ProjectionTest.class.getResourceAsStream("projection-golden.csv")) {
        return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(","))
            .map(
                c -> new Golden(Integer.parseInt(c[0]), num(c[1]), num(c[2]), num(c[3]), num(c[4])))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static double num(String text) {
      return Double.parseDouble(text);
    }
  }

  @Test
  void agreesWithProjToTenMicrometres() {
    for (Golden golden : Golden.all()) {
      double[] pair = {golden.lon, golden.lat};
      Projection.ofEpsg(golden.epsg).fromLonLat(pair);
      assertEquals(golden.x, pair[0], METRES, golden::toString);
      assertEquals(golden.y, pair[1], METRES, golden::toString);
    }
  }

  @Test
  void inverseAgreesWithProj() {
    for (Golden golden : Golden.all()) {
      double[] pair = {golden.x, golden.y};
      Projection.ofEpsg(golden.epsg).toLonLat(pair);
      assertEquals(
          0, StrictMath.IEEEremainder(golden.lon - pair[0], 360), DEGREES, golden::toString);
      assertEquals(golden.lat, pair[1], DEGREES, golden::toString);
    }
  }

  @Test
  void everySupportedCodeHasGoldenValues() {
    var tested = Golden.all().stream().map(Golden::epsg).distinct().toList();
    for (int epsg = 1; epsg < 40_000; epsg++) {
      boolean known = true;
      try {
        assertEquals(epsg, Projection.ofEpsg(epsg).epsg());
      } catch (UserException e) {
        known = false;
      }
      assertEquals(known, tested.contains(epsg), "EPSG:" + epsg);
    }
  }

  @Test
  @Tag("slow")
  void agreesWithGeoToolsToAMillimetre() throws FactoryException, TransformException {
    for (int epsg : new int[] {3857, 32601, 32636, 32733, 32760, 26911, 25832}) {
      int datum = epsg / 100 == 269 ? 4269 : epsg / 100 == 258 ? 4258 : 4326;
      MathTransform oracle =
          CRS.findMathTransform(
              CRS.decode("EPSG:" + datum, true), CRS.decode("EPSG:" + epsg, true));
      double middle = epsg == 3857 ? 0 : epsg % 100 * 6 - 183;
      var random = new Random(epsg);
      for (int i = 0; i < 200; i++) {
        double lat = (epsg / 100 == 327 ? -1 : 1) * random.nextDouble() * 80;
        double[] pair = {middle - 3 + 6 * random.nextDouble(), lat};
        double[] expected = new double[2];
        oracle.transform(pair, 0, expected, 0, 1);
        Projection.ofEpsg(epsg).fromLonLat(pair);
        assertEquals(expected[0], pair[0], 1e-3, "x in " + epsg);
        assertEquals(expected[1], pair[1], 1e-3, "y in " + epsg);
      }
    }
  }

  @Test
  void thereAndBackIsTheSamePlace() {
    var random = new Random(7);
    for (int epsg : new int[] {4326, 3857, 32601, 32631, 32660, 32719, 26910, 25833}) {
      double middle = epsg < 10_000 ? 0 : epsg % 100 * 6 - 183;
      double reach = epsg < 10_000 ? 180 : 30;
      for (int i = 0; i < 500; i++) {
        double lon = middle + reach * (2 * random.nextDouble() - 1);
        double lat = 178 * random.nextDouble() - 89;
        double[] pair = {lon, lat};
        Projection.ofEpsg(epsg).fromLonLat(pair);
        Projection.ofEpsg(epsg).toLonLat(pair);
        String place = "EPSG:" + epsg + " " + lon + " " + lat;
        assertEquals(0, StrictMath.IEEEremainder(lon - pair[0], 360), 1e-11, place);
        assertEquals(lat, pair[1], 1e-11, place);
      }
    }
  }

  /** The hash was taken on JDK 17; 25 gives the same. */
  @Test
  void everyJvmGivesTheSameBits() {
    var random = new Random(1);
    var hash = new CRC32();
    var bits = ByteBuffer.allocate(4 * Double.BYTES);
    for (int i = 0; i < 20_000; i++) {
      Projection zone = Projection.ofEpsg(32601 + i % 60);
      double lon = i % 60 * 6 - 177 + 8 * random.nextDouble() - 4;
      double[] pair = {lon, 168 * random.nextDouble() - 84};
      zone.fromLonLat(pair);
      bits.putDouble(0, pair[0]).putDouble(8, pair[1]);
      zone.toLonLat(pair);
      bits.putDouble(16, pair[0]).putDouble(24, pair[1]);
      hash.update(bits.array());
    }
    assertEquals(655_069_904L, hash.getValue());
  }

  @Test
  void theRimOfItsReachCanBeWalkedThereAndBack() {
    Projection zone36 = Projection.ofEpsg(32636);
    double[] rim = {3, 89, 63, 89, 3, -89, 63, 0, 3, 0};
    zone36.fromLonLat(rim);
    zone36.toLonLat(rim);
    assertEquals(3, rim[0], DEGREES);
    assertEquals(89, rim[1], DEGREES);
  }

  @Test
  void theZoneBordersOfNeighboursMeet() {
    double[] east = {36, 30};
    double[] west = {36, 30};
    Projection.ofEpsg(32636).fromLonLat(east);
    Projection.ofEpsg(32637).fromLonLat(west);
    assertEquals(east[0] - 500_000, 500_000 - west[0], METRES);
    assertEquals(east[1], west[1], METRES);
  }

  @Test
  void zoneOneReachesAcrossTheAntimeridian() {
    double[] pair = {179.9, 10};
    Projection.ofEpsg(32601).fromLonLat(pair);
    assertEquals(160_097.006137, pair[0], METRES); // pyproj 3.4.1
    Projection.ofEpsg(32601).toLonLat(pair);
    assertEquals(179.9, pair[0], DEGREES);
  }

  @ParameterizedTest
  @CsvSource({
    "32636, 63.1, 0",
    "32636, 2.9, 10",
    "32636, 33, 89.1",
    "32736, 33, -89.1",
    "32636, NaN, 30",
    "32636, 33, NaN",
    "32636, Infinity, 30",
    "3857, 0, 89.5",
    "3857, NaN, 0",
    "4326, 0, 90.5",
    "4326, 400, 0",
    "4326, NaN, 0"
  })
  void aPlaceOutOfReachIsRefused(int epsg, double lon, double lat) {
    Projection projection = Projection.ofEpsg(epsg);
    assertFalse(projection.reaches(lon, lat));
    double[] pair = {lon, lat};
    var refusal = assertThrows(UserException.class, () -> projection.fromLonLat(pair));
    assertEquals(ExitCode.UNAVAILABLE, refusal.exitCode());
    assertTrue(refusal.getMessage().contains("EPSG:" + epsg), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "32636, 5e6, 0",
    "32636, -4e6, 0",
    "32636, 500000, 2e7",
    "32636, 500000, -1.1e7",
    "32736, 500000, 2.1e7",
    "32636, NaN, 0",
    "32636, 500000, Infinity",
    "32636, 1e300, 1e300",
    "3857, 5e7, 0",
    "3857, 0, 1e9",
    "4326, 500000, 3300000"
  })
  void coordinatesOutOfReachAreRefused(int epsg, double x, double y) {
    double[] pair = {x, y};
    assertThrows(UserException.class, () -> Projection.ofEpsg(epsg).toLonLat(pair));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, -1, -32636, 32600, 32661, 32700, 32761, 26900, 26924, 25827, 25839, 3035, 27700})
  void otherCodesAreRefusedByName(int epsg) {
    var refusal = assertThrows(UserException.class, () -> Projection.ofEpsg(epsg));
    assertEquals(ExitCode.UNAVAILABLE, refusal.exitCode());
    assertTrue(refusal.getMessage().startsWith("EPSG:" + epsg + " is not supported, only 4326"));
  }

  @ParameterizedTest
  @CsvSource({
    "-180, 10, 32601", "-174.000001, 10, 32601", "-174, 10, 32602", "180, -1, 32760",
    "0, 0, 32631", "-0.001, 0, 32630", "35.4441, 30.3287, 32636", "35.9, -30, 32736"
  })
  void utmZoneOfAPlace(double lon, double lat, int epsg) {
    assertEquals(epsg, Projection.utmEpsg(lon, lat));
  }
}
