package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class ReprojectionTest {
  private final Projection zone36 = Projection.ofEpsg(32636);
  private final Projection zone1 = Projection.ofEpsg(32601);

  @Test
  void aPolygonWithAHoleGoesThereAndBack() {
    Geometry petra =
        Wkt.of(
            "MULTIPOLYGON (((35.4 30.3, 35.5 30.3, 35.5 30.4, 35.4 30.3),"
                + " (35.45 30.32, 35.46 30.33, 35.46 30.32, 35.45 30.32)))");
    Geometry projected = zone36.fromLonLat(petra);
    assertEquals(738_390, projected.getCoordinate().x, 10_000);
    assertTrue(zone36.toLonLat(projected).equalsExact(petra, 1e-11));
  }

  @Test
  void theOriginalIsLeftAlone() {
    Geometry point = Wkt.of("POINT (33 0)");
    assertEquals("POINT (500000 0)", zone36.fromLonLat(point).toText());
    assertEquals("POINT (33 0)", point.toText());
  }

  @Test
  void emptyStaysEmpty() {
    assertTrue(zone36.fromLonLat(Wkt.of("POLYGON EMPTY")).isEmpty());
    assertTrue(zone36.toLonLat(Wkt.of("GEOMETRYCOLLECTION EMPTY")).isEmpty());
  }

  @Test
  void heightsAreDropped() {
    assertEquals("POINT (500000 0)", zone36.fromLonLat(Wkt.of("POINT Z(33 0 17)")).toText());
  }

  @Test
  void whatCrossesTheAntimeridianIsCutThere() {
    Geometry square = Wkt.of("POLYGON ((160000 0, 180000 0, 180000 1000, 160000 1000, 160000 0))");
    Geometry lonLat = zone1.toLonLat(square);
    assertEquals(2, lonLat.getNumGeometries());
    for (int part = 0; part < 2; part++) {
      assertTrue(lonLat.getGeometryN(part).getEnvelopeInternal().getWidth() < 1, lonLat::toText);
    }
    assertEquals(-180, lonLat.getEnvelopeInternal().getMinX());
    assertEquals(180, lonLat.getEnvelopeInternal().getMaxX());
    double back = zone1.fromLonLat(lonLat).getArea();
    assertEquals(square.getArea(), back, 1e-3 * square.getArea());
  }

  @Test
  void aGlobalGridThatSticksOutIsCutToo() {
    Geometry box = Wkt.of("POLYGON ((179 0, 181 0, 181 1, 179 1, 179 0))");
    Geometry cut = Projection.ofEpsg(4326).toLonLat(box);
    Geometry expected =
        Wkt.of(
            "MULTIPOLYGON (((179 0, 180 0, 180 1, 179 1, 179 0)),"
                + " ((-180 0, -179 0, -179 1, -180 1, -180 0)))");
    assertTrue(expected.equalsTopo(cut), cut::toText);
  }

  @Test
  void aGeometryOutOfReachIsRefused() {
    assertThrows(UserException.class, () -> zone36.fromLonLat(Wkt.of("LINESTRING (33 0, 99 0)")));
  }
}
