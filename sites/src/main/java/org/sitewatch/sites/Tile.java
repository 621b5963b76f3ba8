package org.sitewatch.sites;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/** One site's window on one grid, padded by what the detector needs around the site. */
public record Tile(String siteId, PixelGrid grid) implements Serializable {

  /** What kernels and the control ring need around a site; one padding for all. */
  public static final double PADDING_M = 330;

  /** Windows begin and end at multiples of this many pixels of the lattice. */
  public static final int STEP_PX = 16;

  /** Wider or higher windows are refused: a wrong CRS or outline rather than a site. */
  private static final int MAX_PX = 1 << 17;

  /** The tile of a site on the lattice of {@link #windowOf}. */
  public static Tile of(Site site, int epsg, double pixelSize_m, double anchorX, double anchorY) {
    return new Tile(site.id(), windowOf(site, epsg, pixelSize_m, anchorX, anchorY));
  }

  /**
   * The north-up window of a site: bounds of the vertices of all its zones, padded by {@value
   * #PADDING_M} m and widened outwards to whole steps of {@value #STEP_PX} pixels of the lattice,
   * so that a small edit of a boundary keeps the window, and windows of pixels twice the size fit
   * exactly.
   *
   * @param epsg a CRS in metres
   * @param anchorX a pixel corner of the lattice, at which the steps are counted
   * @param anchorY likewise; 0, 0 for all lattices at multiples of the pixel size
   */
  public static PixelGrid windowOf(
      Site site, int epsg, double pixelSize_m, double anchorX, double anchorY) {
    if (epsg == 4326) {
      throw new IllegalArgumentException("a window needs a CRS in metres, got EPSG:" + epsg);
    }
    Envelope bounds = boundsOf(site, Projection.ofEpsg(epsg));
    double step = pixelSize_m * STEP_PX;
    double west = Math.floor((bounds.getMinX() - anchorX) / step);
    double east = Math.ceil((bounds.getMaxX() - anchorX) / step);
    double north = Math.ceil((bounds.getMaxY() - anchorY) / step);
    double south = Math.floor((bounds.getMinY() - anchorY) / step);
    double width = (east - west) * STEP_PX;
    double height = (north - south) * STEP_PX;
    if (!(width <= MAX_PX && height <= MAX_PX)) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          "site '%s' would need %.0f x %.0f pixels of %s m, more than %d: split it"
              .formatted(site.id(), width, height, pixelSize_m, MAX_PX));
    }
    return PixelGrid.northUp(
        epsg,
        anchorX + west * step,
        anchorY + north * step,
        pixelSize_m,
        (int) width,
        (int) height);
  }

  /**
   * The WGS84 UTM zone of the middle of a site's largest part. Safe for a site on both sides of the
   * antimeridian, where the middle of the whole would lie on the other side of the earth.
   */
  public static int utmEpsgOf(Site site) {
    Geometry largest =
        site.zones().values().stream()
            .flatMap(Tile::parts)
            .max(Comparator.comparingDouble(GeodesicArea::area_m2))
            .orElseThrow();
    Coordinate middle = largest.getEnvelopeInternal().centre();
    return Projection.utmEpsg(middle.x, middle.y);
  }

  /** The folder name of a site: see {@link TileKeys#ofSite}. */
  public static String siteKey(String siteId) {
    return TileKeys.ofSite(siteId);
  }

  /** The folder name of a window: see {@link TileKeys#ofGrid}. */
  public static String gridKey(PixelGrid grid) {
    return TileKeys.ofGrid(grid);
  }

  private static Stream<Geometry> parts(MultiPolygon area) {
    return IntStream.range(0, area.getNumGeometries()).mapToObj(area::getGeometryN);
  }

  private static Envelope boundsOf(Site site, Projection projection) {
    var bounds = new Envelope();
    double maxLat = 0;
    for (MultiPolygon area : site.zones().values()) {
      try {
        bounds.expandToInclude(projection.fromLonLat(area).getEnvelopeInternal());
      } catch (UserException e) {
        throw new UserException(e.exitCode(), "site '" + site.id() + "': " + e.getMessage(), e);
      }
      Envelope lonLat = area.getEnvelopeInternal();
      maxLat = Math.max(maxLat, Math.max(-lonLat.getMinY(), lonLat.getMaxY()));
    }
    boolean stretched = projection.epsg() == 3857;
    double stretch = stretched ? 1 / StrictMath.cos(StrictMath.toRadians(maxLat)) : 1;
    bounds.expandBy(PADDING_M * stretch);
    return bounds;
  }
}
