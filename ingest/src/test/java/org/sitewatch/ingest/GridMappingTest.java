package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.PixelGrid;

class GridMappingTest {
  private static final long SEED = 5;

  @Test
  void northUpGridsGiveThePixelsThatTheGeneralWayGives() {
    var random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      var site = grid(random, 10);
      var image = grid(random, List.of(10.0, 20.0, 15.0, 7.3).get(random.nextInt(4)));
      var codes = new byte[image.size()];
      var values = new float[image.size()];
      random.nextBytes(codes);
      for (int at = 0; at < values.length; at++) {
        values[at] = codes[at] == 3 ? Float.NaN : codes[at] * 0.1f;
      }
      var quick = GridMapping.of(site, image);
      var full = GridMapping.full(site, image);
      assertArrayEquals(nearest(full, codes, image), nearest(quick, codes, image), "seed " + SEED);
      assertArrayEquals(
          bilinear(full, values, image, site),
          bilinear(quick, values, image, site),
          "seed " + SEED);
    }
  }

  private static byte[] nearest(GridMapping mapping, byte[] codes, PixelGrid image) {
    return mapping.nearest(codes, image.width(), image.height(), (byte) -1);
  }

  private static float[] bilinear(
      GridMapping mapping, float[] values, PixelGrid image, PixelGrid site) {
    var target = new float[site.size()];
    mapping.resample(values, image.width(), image.height(), target);
    return target;
  }

  /** Up to 30 x 30 pixels near one place, on its lattice or a little off. */
  private static PixelGrid grid(Random random, double pixelSize_m) {
    double off = random.nextInt(3) == 0 ? random.nextDouble() * pixelSize_m : 0;
    double x = 500_000 + off + pixelSize_m * (random.nextInt(9) - 4);
    double y = 5_000_000 + off + pixelSize_m * (random.nextInt(9) - 4);
    return PixelGrid.northUp(
        32648, x, y, pixelSize_m, 1 + random.nextInt(30), 1 + random.nextInt(30));
  }
}
