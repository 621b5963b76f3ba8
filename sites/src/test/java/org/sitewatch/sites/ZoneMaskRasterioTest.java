package org.sitewatch.sites;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** The same mask by GDAL's rasteriser, where Python with rasterio and shapely is installed. */
@Tag("slow")
class ZoneMaskRasterioTest {
  private static final String SCRIPT =
      """
      import sys
      import numpy, rasterio.features, shapely.wkt
      from rasterio.transform import Affine
      wkts, a, shape, out = sys.argv[1], sys.argv[2].split(","), sys.argv[3].split(","), sys.argv[4]
      shapes = [(shapely.wkt.loads(line), code) for line, code in zip(open(wkts), (3, 2, 1))]
      transform = Affine(*[float(value) for value in a])
      rasterio.features.rasterize(shapes, out_shape=(int(shape[1]), int(shape[0])), transform=transform, dtype="uint8").tofile(out)
      """;

  @TempDir private Path folder;

  @Test
  void agreesWithRasterio() throws IOException, InterruptedException {
    String python = python();
    Geometry core =
        Wkt.of("POINT (35.44 30.33)")
            .buffer(0.006)
            .difference(Wkt.of("POINT (35.441 30.33)").buffer(0.002));
    Geometry buffer =
        Wkt.of("POLYGON ((35.43 30.32, 35.45 30.32, 35.449 30.341, 35.43 30.32))").buffer(0.001);
    Geometry setting = Wkt.of("LINESTRING (35.41 30.31, 35.46 30.35, 35.47 30.30)").buffer(0.004);
    var zones = Map.of(Zone.CORE, core, Zone.BUFFER, buffer, Zone.SETTING, setting);
    Site site = TestSites.of("petra", zones);
    PixelGrid grid = Tile.windowOf(site, 32636, 10, 0, 0);
    ZoneMask mask = ZoneMask.of(site, grid);

    Projection projection = Projection.ofEpsg(32636);
    Path wkts = folder.resolve("zones.wkt");
    Path raster = folder.resolve("mask.raw");
    Files.write(
        wkts,
        List.of(setting, buffer, core).stream()
            .map(projection::fromLonLat)
            .map(Geometry::toText)
            .toList());
    Affine a = grid.affine();
    String affine =
        a.columnX()
            + ","
            + a.rowX()
            + ","
            + a.originX()
            + ","
            + a.columnY()
            + ","
            + a.rowY()
            + ","
            + a.originY();
    String size = grid.width() + "," + grid.height();
    assertEquals(0, run(python, SCRIPT, wkts.toString(), affine, size, raster.toString()));
    assertArrayEquals(Files.readAllBytes(raster), mask.codes());
  }

  private static String python() throws InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      try {
        if (run(python, "import rasterio.features, shapely") == 0) {
          return python;
        }
      } catch (IOException e) {
        continue; // not there
      }
    }
    assumeTrue(false, "skipped: no Python with rasterio and shapely");
    return "";
  }

  private static int run(String python, String script, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(python, "-c", script));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
