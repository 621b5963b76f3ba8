package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sitewatch.sites.Wkt;
import org.sitewatch.sites.geopackage.GeoPackageBlob;
import org.sitewatch.sites.registry.RegistryFinding.Code;

class WkbOutlineTest {
  private static final Geometry AREA =
      Wkt.of(
          "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (5 1, 6 1, 6 2, 5 1)), ((20 0, 29 0, 29 9, 20 0)))");

  private static byte[] blob(byte[] wkb, int flags, int envelopeBytes) {
    ByteBuffer blob = ByteBuffer.allocate(8 + envelopeBytes + wkb.length);
    blob.put(new byte[] {'G', 'P', 0, (byte) flags}).putInt(4326);
    if (envelopeBytes > 0) {
      blob.order((flags & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      blob.putDouble(0).putDouble(29).putDouble(0).putDouble(9);
    }
    blob.position(8 + envelopeBytes);
    return blob.put(wkb).array();
  }

  private static Outline read(byte[] blob, String... expectedFlaws) {
    var flaws = new ArrayList<Flaw>();
    Outline outline = WkbOutline.of(blob, flaws);
    assertEquals(List.of(expectedFlaws), flaws.stream().map(Flaw::text).toList());
    return outline;
  }

  private static void checkArea(Outline outline) {
    assertEquals(2, outline.polygons().size());
    assertEquals(2, outline.polygons().get(0).size());
    assertArrayEquals(new double[] {5, 1, 6, 1, 6, 2, 5, 1}, outline.polygons().get(0).get(1));
    assertArrayEquals(new double[] {20, 0, 29, 0, 29, 9, 20, 0}, outline.polygons().get(1).get(0));
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 32", "5, 48", "7, 48", "9, 64"})
  void everyEnvelopeAndByteOrderIsRead(int flags, int envelopeBytes) {
    for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
      checkArea(read(blob(new WKBWriter(2, order).write(AREA), flags, envelopeBytes)));
    }
  }

  @Test
  void heightsAreLeftOutWithNotice() {
    Geometry high = AREA.copy();
    high.apply((CoordinateFilter) c -> c.setZ(7));
    checkArea(read(blob(new WKBWriter(3).write(high), 1, 0), "heights and measures are left out"));
  }

  @Test
  void whatTheWriterWritesIsRead() {
    Outline outline = read(GeoPackageBlob.of((MultiPolygon) AREA));
    assertEquals(12, outline.vertices());
  }

  @Test
  void aSinglePolygonIsRead() {
    byte[] wkb = new WKBWriter().write(AREA.getGeometryN(1));
    assertEquals(1, read(blob(wkb, 1, 0)).polygons().size());
  }

  @Test
  void declaredEmptyIsNone() {
    assertEquals(0, read(blob(new byte[0], 0x11, 0)).polygons().size());
  }

  @ParameterizedTest
  @CsvSource({"'LINESTRING (0 0, 1 1)', G1, 2", "GEOMETRYCOLLECTION EMPTY, G1, 7"})
  void otherTypesAreNoOutline(String wkt, Code code, int type) {
    var flaws = new ArrayList<Flaw>();
    WkbOutline.of(blob(new WKBWriter().write(Wkt.of(wkt)), 1, 0), flaws);
    assertEquals(code, flaws.get(0).code());
    assertTrue(flaws.get(0).text().startsWith("geometry of WKB type " + type + " is no outline"));
  }

  @ParameterizedTest
  @CsvSource({"POINT (1 2), 2", "'MULTIPOINT ((1 2), (3 4))', 4", "POINT EMPTY, 0"})
  void pointsAreKeptApartFromPolygons(String wkt, int numbers) {
    Outline outline = read(blob(new WKBWriter().write(Wkt.of(wkt)), 1, 0));
    assertEquals(numbers, outline.points().length);
    assertEquals(List.of(), outline.polygons());
  }

  @Test
  void aVertexOutsideTheEnvelopeIsDamage() {
    byte[] wkb = new WKBWriter().write(Wkt.of("POLYGON ((0 0, 9 0, 9 99, 0 0))"));
    read(blob(wkb, 3, 32), "its geometry leaves its own envelope; draw or export it again");
  }

  @Test
  void curvesAreRefusedByName() {
    byte[] wkb = ByteBuffer.allocate(9).put((byte) 0).putInt(10).putInt(0).array();
    read(
        blob(wkb, 1, 0),
        "geometry of WKB type 10 is no outline; curves are not read; convert it to polygons");
  }

  @Test
  void everyTruncationIsAFlawAndNothingElse() {
    byte[] whole = GeoPackageBlob.of((MultiPolygon) AREA);
    for (int length = 0; length < whole.length; length++) {
      var flaws = new ArrayList<Flaw>();
      assertEquals(0, WkbOutline.of(Arrays.copyOf(whole, length), flaws).polygons().size());
      assertEquals(1, flaws.size());
    }
  }

  @Test
  void damageNeverTakesMemoryOrThrows() {
    byte[] whole = GeoPackageBlob.of((MultiPolygon) AREA);
    var random = new Random(9);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = whole.clone();
      for (int hit = 0; hit < 3; hit++) {
        damaged[random.nextInt(60)] = (byte) random.nextInt();
      }
      WkbOutline.of(damaged, new ArrayList<>());
    }
  }
}
