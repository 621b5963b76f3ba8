package org.sitewatch.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class LonLatOutlineTest {
  @Test
  void shellsRunCounterClockwiseAndHolesClockwise() throws ParseException {
    for (String wkt :
        new String[] {
          "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))",
          "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"
        }) {
      Polygon polygon = (Polygon) outline(wkt).getGeometryN(0);
      assertTrue(Orientation.isCCW(polygon.getExteriorRing().getCoordinates()));
      assertTrue(!Orientation.isCCW(polygon.getInteriorRingN(0).getCoordinates()));
    }
  }

  @Test
  void verticesThatMeetAfterRoundingAreOne() throws ParseException {
    assertEquals(
        5,
        outline("POLYGON ((0 0, 0.00000001 0, 1 0, 1 1, 1 1.00000001, 0 1, 0 0))").getNumPoints());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON EMPTY",
        "POLYGON ((0 0, 1e-9 0, 1e-9 1e-9, 0 1e-9, 0 0))",
        "POLYGON ((0 0, 1 0, 1 1e-9, 0 1e-9, 0 0))",
        "POINT (3 4)"
      })
  void whatIsThinnerThanTheLatticeIsLeftOut(String wkt) throws ParseException {
    assertTrue(outline(wkt).isEmpty());
  }

  @Test
  void holeThatCollapsesIsLeftOut() throws ParseException {
    assertEquals(
        5,
        outline("POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0), (.5 .5, .500000001 .5, .5 .500000001, .5 .5))")
            .getNumPoints());
  }

  @Test
  void ringThatCrossesItselfAfterRoundingIsMended() throws ParseException {
    String spike =
        "POLYGON ((0 0, 1 0, 1 1, 0.50000004 0.50000008, 0 1, 0.50000004 0.500000051, 0 0))";
    MultiPolygon outline = outline(spike);
    assertTrue(outline.isValid());
    assertEquals(new WKTReader().read(spike).getArea(), outline.getArea(), 1e-6);
  }

  @Test
  void randomRingsStayValidAndOnTheLattice() {
    Random random = new Random(3);
    GeometryFactory factory = new GeometryFactory();
    for (int i = 0; i < 300; i++) {
      double size = StrictMath.pow(10, -7.5 + 4 * random.nextDouble());
      Coordinate[] ring = new Coordinate[13];
      for (int k = 0; k < 12; k++) {
        double radius = size * (0.2 + random.nextDouble());
        ring[k] =
            new Coordinate(
                102 + radius * StrictMath.cos(k * Math.PI / 6),
                47 + radius * StrictMath.sin(k * Math.PI / 6));
      }
      ring[12] = ring[0];
      MultiPolygon outline = LonLatOutline.of(factory.createPolygon(ring));
      assertTrue(outline.isValid(), "seed 3, ring " + i);
      for (Coordinate c : outline.getCoordinates()) {
        assertEquals(Math.rint(c.x * 1e7) / 1e7, c.x);
      }
    }
  }

  @Test
  void metresAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> outline("POLYGON ((0 0, 500000 0, 0 9, 0 0))"));
  }

  private static MultiPolygon outline(String wkt) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    return LonLatOutline.of(geometry);
  }
}
