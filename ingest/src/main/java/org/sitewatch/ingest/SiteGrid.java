package org.sitewatch.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Tile;

/**
 * Chooses the grid a site is judged on: UTM, on the lattice of the sensor's own scenes, so that
 * these are windowed and not resampled. Among several lattices the site's own UTM zone wins, then
 * the earliest scene.
 */
final class SiteGrid {
  private static final double METRES_PER_DEGREE = 111_320;

  private SiteGrid() {}

  /**
   * @param scenes of one sensor, at least one, in order of time
   */
  static PixelGrid of(Site site, Sensor sensor, List<Scene> scenes) {
    int ownZone = Tile.utmEpsgOf(site);
    Optional<PixelGrid> ownLattice =
        scenes.stream()
            .map(SiteGrid::firstDataGrid)
            .filter(SiteGrid::isSquareUtm)
            .min(Comparator.comparing(grid -> zoneOf(grid) != ownZone % 100));
    int epsg = ownLattice.map(PixelGrid::epsg).orElse(ownZone);
    if (sensor.gridPixel_m().isPresent()) {
      return Tile.windowOf(site, epsg, sensor.gridPixel_m().get(), 0, 0);
    }
    if (ownLattice.isPresent()) {
      PixelGrid grid = ownLattice.get();
      double x = grid.affine().originX();
      double y = grid.affine().originY();
      double size = grid.pixelSize();
      return sensor.bands().isEmpty()
          ? Tile.windowOf(site, epsg, size, x, y)
          : Tile.windowOf(site, epsg, size, phase(x, size), phase(y, size));
    }
    return Tile.windowOf(
        site,
        epsg,
        roundedSize_m(firstDataGrid(scenes.get(0)), site.area().getCentroid().getY()),
        0,
        0);
  }

  private static PixelGrid firstDataGrid(Scene scene) {
    return scene.assets().stream().filter(asset -> !asset.mask()).findFirst().orElseThrow().grid();
  }

  private static boolean isSquareUtm(PixelGrid grid) {
    boolean utm = grid.epsg() != 4326 && grid.epsg() != 3857;
    return utm
        && grid.affine().isNorthUp()
        && Math.abs(grid.affine().columnX() + grid.affine().rowY()) < 1e-9 * grid.pixelSize();
  }

  /**
   * How far a lattice lies off the multiples of its pixel size, to a thousandth of a pixel: the
   * same for all scenes of a lattice, wherever they begin.
   */
  private static double phase(double origin, double size) {
    double pixels = Math.rint((origin / size - Math.floor(origin / size)) * 1000) / 1000;
    return pixels * size % size;
  }

  private static int zoneOf(PixelGrid grid) {
    return grid.epsg() % 100;
  }

  /** Ground size of a pixel to two digits, as a lattice of our own needs no more. */
  private static double roundedSize_m(PixelGrid grid, double lat) {
    double size = grid.pixelSize();
    if (grid.epsg() == 4326) {
      size *= METRES_PER_DEGREE * Math.sqrt(StrictMath.cos(StrictMath.toRadians(lat)));
    } else if (grid.epsg() == 3857) {
      size *= StrictMath.cos(StrictMath.toRadians(lat));
    }
    double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(size)) - 1);
    return Math.rint(size / unit) * unit;
  }
}
