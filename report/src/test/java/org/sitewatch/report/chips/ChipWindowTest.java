package org.sitewatch.report.chips;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.sites.PixelGrid;

class ChipWindowTest {
  private static final PixelGrid SITE = PixelGrid.northUp(32648, 330880, 5244000, 10, 96, 96);

  @Test
  void showsThreeHundredMetresAroundTheObject() {
    ChipWindow window = ChipWindow.around(SITE, new int[] {40 * 96 + 45, 41 * 96 + 50});
    assertEquals(66, window.grid().width());
    assertEquals(66, window.grid().height());
    assertEquals(15, window.column());
    assertEquals(7, window.enlarged());
    assertEquals(462, window.width_px());
  }

  @Test
  void staysWithinTheGrid() {
    ChipWindow window = ChipWindow.around(SITE, new int[] {0});
    assertEquals(0, window.column());
    assertEquals(0, window.row());
    assertEquals(61, window.grid().width());
  }

  @Test
  void averagesWhereThereAreTooManyPixels() {
    PixelGrid fine = PixelGrid.northUp(32648, 330880, 5244000, 1, 1000, 900);
    int[] wide = {450 * 1000 + 100, 450 * 1000 + 899};
    ChipWindow window = ChipWindow.around(fine, wide);
    assertTrue(window.averaged() > 1);
    assertEquals(1, window.enlarged());
    assertTrue(window.width_px() <= 250 && window.height_px() <= 250);
    assertEquals(0, window.grid().width() % window.averaged());
    assertEquals(0, window.grid().height() % window.averaged());
  }

  /** Means over what has data. */
  @Test
  void cutsAndAverages() {
    PixelGrid grid = PixelGrid.northUp(32648, 330880, 5244000, 10, 4, 4);
    var window = new ChipWindow(grid, 0, 0, 1, 2);
    float nan = Float.NaN;
    float[] plane = {1, 3, nan, nan, 5, 7, nan, nan, 2, nan, 8, 8, nan, nan, 8, 9};
    assertArrayEquals(new float[] {4, nan, 2, 8.25f}, window.cut(plane, 4));
    assertArrayEquals(new boolean[] {false, true, false, false}, window.cut(new int[] {6}, 4));
  }

  /**
   * Corners by pyproj 3.6: {@code Transformer.from_crs(32648, 4326, always_xy=True)} of (330880,
   * 5243040) and (331840, 5244000).
   */
  @Test
  void cornersAreThoseOfAnotherProgram() {
    var window = new ChipWindow(SITE, 0, 0, 5, 1);
    Evidence.Frame frame = window.frame();
    assertArrayEquals(new double[] {102.7620868951, 47.3189725867}, frame.corners()[0], 1e-9);
    assertArrayEquals(new double[] {102.7744177231, 47.3278516594}, frame.corners()[2], 1e-9);
    assertEquals(480, frame.width_px());
    assertEquals(2.0, frame.ground_m_per_px(), 0.002);
  }

  /** Grid north and true north are 1.64 degrees apart here. */
  @Test
  void northIsTrueNorth() {
    double[] north = ChipWindow.around(SITE, new int[] {48 * 96 + 48}).north();
    assertEquals(-1, north[1], 0.001);
    assertEquals(0.02864, north[0], 0.0005);
    PixelGrid turned =
        new PixelGrid(32648, new org.sitewatch.sites.Affine(330880, 0, 10, 5244000, 10, 0), 96, 96);
    double[] right = ChipWindow.around(turned, new int[] {48 * 96 + 48}).north();
    assertEquals(1, right[0], 0.001);
  }
}
