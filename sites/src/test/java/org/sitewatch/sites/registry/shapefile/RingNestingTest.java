package org.sitewatch.sites.registry.shapefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.registry.Flaw;

class RingNestingTest {
  /** Clockwise, as outlines are; a negative size runs the other way, as holes do. */
  private static double[] square(double x, double y, double size) {
    double s = Math.abs(size);
    double[] clockwise = {x, y, x, y + s, x + s, y + s, x + s, y, x, y};
    double[] other = {x, y, x + s, y, x + s, y + s, x, y + s, x, y};
    return size > 0 ? clockwise : other;
  }

  /** Rings of every polygon, by their places in the list. */
  private static List<List<Integer>> nested(String expectedFlaw, double[]... rings) {
    List<double[]> all = Arrays.asList(rings);
    var flaws = new ArrayList<Flaw>();
    List<List<Integer>> polygons =
        RingNesting.polygons(all, flaws).stream()
            .map(polygon -> polygon.stream().map(all::indexOf).toList())
            .toList();
    assertEquals(
        expectedFlaw.isEmpty() ? List.of() : List.of(expectedFlaw),
        flaws.stream().map(Flaw::text).toList());
    return polygons;
  }

  @Test
  void holesGoToTheOutlineAroundThem() {
    assertEquals(
        List.of(List.of(1, 3), List.of(2, 0)),
        nested("", square(22, 2, -1), square(0, 0, 10), square(20, 0, 10), square(2, 2, -1)));
  }

  @Test
  void anIslandInAHoleIsAPolygonOfItsOwn() {
    assertEquals(
        List.of(List.of(0, 1), List.of(2)),
        nested("", square(0, 0, 10), square(2, 2, -6), square(4, 4, 1)));
  }

  @Test
  void allTheOtherWayRoundIsTheSame() {
    assertEquals(List.of(List.of(0, 1)), nested("", square(0, 0, -10), square(2, 2, 6)));
    assertEquals(List.of(List.of(0)), nested("", square(0, 0, -10)));
  }

  @Test
  void ringsThatContradictEachOtherAreAFlawWithItsPlace() {
    assertEquals(
        List.of(),
        nested(
            "a ring lies in another and runs the same way, hole or not at (2, 2); draw it again",
            square(0, 0, 10),
            square(2, 2, 6)));
    assertEquals(
        List.of(),
        nested(
            "a ring runs as a hole and lies in no outline at (20, 2); draw it again",
            square(0, 0, 10),
            square(20, 2, -6)));
  }
}
