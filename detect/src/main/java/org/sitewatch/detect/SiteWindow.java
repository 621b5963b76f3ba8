package org.sitewatch.detect;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.segment.PixelOutline;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.ZoneMask;

/** A site on the grid of its tile: zones by pixel, the control ring, and all that is measured. */
final class SiteWindow {
  /** The control ring lies this far outside of the zones, in metres. */
  private static final double RING_FROM_M = 60;

  private static final double RING_TO_M = 330;

  private final Site site;
  private final PixelGrid grid;
  private final Projection projection;
  private final ZoneMask zones;
  private final Map<Zone, Geometry> outlines = new EnumMap<>(Zone.class);
  private final double metresPerUnit;
  private Optional<boolean[]> ring = Optional.empty();
  private Optional<Geometry> boundary = Optional.empty();

  SiteWindow(Site site, PixelGrid grid) {
    this.site = site;
    this.grid = grid;
    projection = Projection.ofEpsg(grid.epsg());
    zones = ZoneMask.of(site, grid);
    site.zones()
        .forEach((zone, area) -> outlines.put(zone, GroundOutline.fromLonLat(area, projection)));
    metresPerUnit = metresPerUnit();
  }

  String siteId() {
    return site.id();
  }

  /** As the registry names it; empty if it does not, or by another word. */
  Optional<LandCover> landCover() {
    return site.landCover().flatMap(LandCover::findLabel);
  }

  PixelGrid grid() {
    return grid;
  }

  /** Whether a pixel's centre lies in any zone. */
  boolean isInside(int pixel) {
    return zones.codes()[pixel] != ZoneMask.OUTSIDE;
  }

  /** Pixels whose centre lies in any zone. */
  boolean[] inside() {
    var inside = new boolean[grid.size()];
    for (int pixel = 0; pixel < inside.length; pixel++) {
      inside[pixel] = isInside(pixel);
    }
    return inside;
  }

  /** Pixels in any zone. */
  int insideCount() {
    return zones.count();
  }

  /** Whether a pixel belongs to the control ring around the zones. */
  boolean isRing(int pixel) {
    if (ring.isEmpty()) {
      ring = Optional.of(ring());
    }
    return ring.get()[pixel];
  }

  private Geometry boundary() {
    if (boundary.isEmpty()) {
      boundary = Optional.of(UnaryUnionOp.union(outlines.values()).getBoundary());
    }
    return boundary.get();
  }

  /**
   * The innermost zone with a pixel centre in the set; the outermost zone of the site if there is
   * none, which happens when a boundary is redrawn under a live disturbance.
   */
  Zone innermost(PixelSet pixels) {
    return ZoneMask.zoneOf(
            (byte)
                pixels.stream()
                    .map(pixel -> zones.codes()[pixel])
                    .filter(code -> code != ZoneMask.OUTSIDE)
                    .min()
                    .orElse(ZoneMask.OUTSIDE))
        .orElseGet(() -> Collections.max(outlines.keySet()));
  }

  /** The set on the ground: WGS84, along the pixel edges, shells counter-clockwise. */
  MultiPolygon outline(PixelSet pixels) {
    return GroundOutline.toLonLat(crsOutline(pixels), projection);
  }

  /**
   * @param zone the zone it is measured against, less the zones further in
   */
  Extent extent(PixelSet pixels, Zone zone) {
    byte code = ZoneMask.code(zone);
    int within = pixels.count(pixel -> zones.codes()[pixel] == code);
    var outline = outline(pixels);
    var centroid = outline.getCentroid();
    var inCrs = crsOutline(pixels);
    var core = outlines.values().iterator().next();
    return new Extent(
        FixedDecimals.of(GeodesicArea.area_m2(outline)),
        pixels.size(),
        FixedDecimals.of(100.0 * within / Math.max(1, zones.count(zone))),
        FixedDecimals.of(centroid.getX()),
        FixedDecimals.of(centroid.getY()),
        FixedDecimals.of(inCrs.distance(core) * metresPerUnit),
        FixedDecimals.of(inCrs.distance(boundary()) * metresPerUnit));
  }

  private Geometry crsOutline(PixelSet pixels) {
    return GroundOutline.toCrs(PixelOutline.of(pixels), grid);
  }

  private boolean[] ring() {
    boolean[] inside = inside();
    var near = new boolean[inside.length];
    var far = new boolean[inside.length];
    double pixel_m = grid.pixelSize() * metresPerUnit;
    MaskDilation.dilate(inside, grid.width(), grid.height(), reach(RING_FROM_M, pixel_m), near);
    MaskDilation.dilate(inside, grid.width(), grid.height(), reach(RING_TO_M, pixel_m), far);
    for (int pixel = 0; pixel < far.length; pixel++) {
      far[pixel] &= !near[pixel];
    }
    return far;
  }

  private int reach(double distance_m, double pixel_m) {
    return (int) Math.min(grid.width() + grid.height(), Math.round(distance_m / pixel_m));
  }

  /** Metres on the ground for one unit of the grid's CRS, from the area of the window. */
  private double metresPerUnit() {
    var window = new Envelope(0, grid.width(), 0, grid.height());
    var polygons =
        GroundOutline.toLonLat(
            GroundOutline.toCrs(new GeometryFactory().toGeometry(window), grid), projection);
    return Math.sqrt(GeodesicArea.area_m2(polygons) / (grid.pixelArea() * grid.size()));
  }
}
