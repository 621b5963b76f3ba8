package org.sitewatch.sites;

import java.util.Optional;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Which zone of a site each pixel of a grid lies in, by its centre; where zones overlap the
 * innermost wins. Of two areas that share an edge a centre on that edge belongs to one only.
 *
 * <p>A class over a primitive array, which is shared and not copied: treat it as read-only.
 */
public final class ZoneMask {
  /** The code of a pixel in no zone; that of a zone is {@link #code}. */
  public static final byte OUTSIDE = 0;

  private final PixelGrid grid;
  private final byte[] codes;
  private final int[] counts = new int[Zone.values().length + 1];
  private int firstColumn = Integer.MAX_VALUE;
  private int firstRow = Integer.MAX_VALUE;
  private int lastColumn = -1;
  private int lastRow = -1;

  private ZoneMask(PixelGrid grid) {
    this.grid = grid;
    this.codes = new byte[grid.size()];
  }

  /**
   * @throws UserException if the grid's CRS does not reach the site
   */
  public static ZoneMask of(Site site, PixelGrid grid) {
    var mask = new ZoneMask(grid);
    Projection projection = Projection.ofEpsg(grid.epsg());
    Zone[] zones = Zone.values();
    for (int i = zones.length - 1; i >= 0; i--) {
      MultiPolygon area = site.zones().get(zones[i]);
      for (int part = 0; area != null && part < area.getNumGeometries(); part++) {
        mask.fill((Polygon) area.getGeometryN(part), projection, code(zones[i]));
      }
    }
    mask.measure();
    return mask;
  }

  /** 1 core, 2 buffer, 3 setting. */
  public static byte code(Zone zone) {
    return (byte) (zone.ordinal() + 1);
  }

  /** The zone of a code, empty for {@link #OUTSIDE}. */
  public static Optional<Zone> zoneOf(byte code) {
    return code == OUTSIDE ? Optional.empty() : Optional.of(Zone.values()[code - 1]);
  }

  public PixelGrid grid() {
    return grid;
  }

  /** One code a pixel, row by row. */
  public byte[] codes() {
    return codes;
  }

  /** Pixels of a zone that are not in one further in. */
  public int count(Zone zone) {
    return counts[code(zone)];
  }

  /** Pixels in any zone; 0 if the site lies outside the grid or between pixel centres. */
  public int count() {
    return grid.size() - counts[OUTSIDE];
  }

  /** The smallest window that holds all pixels of zones, empty if there are none. */
  public Optional<Bounds> bounds() {
    return lastRow < 0
        ? Optional.empty()
        : Optional.of(
            new Bounds(
                firstColumn, firstRow, lastColumn - firstColumn + 1, lastRow - firstRow + 1));
  }

  /** A window in pixels of the grid. */
  public record Bounds(int column, int row, int width, int height) {}

  /**
   * Even-odd over the rings: every edge flips, in each row it crosses, the first pixel whose centre
   * is not left of it; summing the flips along the row then tells inside from outside.
   */
  private void fill(Polygon polygon, Projection projection, byte code) {
    var rings = new double[1 + polygon.getNumInteriorRing()][];
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rings.length; i++) {
      LineString ring = i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1);
      rings[i] = pixels(ring.getCoordinateSequence(), projection);
      for (int at = 1; at < rings[i].length; at += 2) {
        top = Math.min(top, rings[i][at]);
        bottom = Math.max(bottom, rings[i][at]);
      }
    }
    int fromRow = firstCentre(top, grid.height());
    int toRow = firstCentre(bottom, grid.height());
    if (fromRow >= toRow) {
      return;
    }
    int stride = grid.width() + 1;
    var flips = new boolean[Math.multiplyExact(stride, toRow - fromRow)];
    for (double[] ring : rings) {
      for (int at = 2; at < ring.length; at += 2) {
        flip(ring[at - 2], ring[at - 1], ring[at], ring[at + 1], flips, fromRow);
      }
    }
    for (int row = fromRow; row < toRow; row++) {
      boolean inside = false;
      for (int column = 0; column < grid.width(); column++) {
        inside ^= flips[(row - fromRow) * stride + column];
        if (inside) {
          codes[row * grid.width() + column] = code;
        }
      }
    }
  }

  private void flip(double x1, double y1, double x2, double y2, boolean[] flips, int fromRow) {
    int from = firstCentre(Math.min(y1, y2), grid.height());
    int to = firstCentre(Math.max(y1, y2), grid.height());
    for (int row = from; row < to; row++) {
      double x = x1 + (row + 0.5 - y1) / (y2 - y1) * (x2 - x1);
      flips[(row - fromRow) * (grid.width() + 1) + firstCentre(x, grid.width())] ^= true;
    }
  }

  /** The first pixel whose centre is not before the place, within 0 to size. */
  private static int firstCentre(double place, int size) {
    return (int) Math.max(0, Math.min(size, Math.ceil(place - 0.5)));
  }

  /** (column, row) pairs of a ring. */
  private double[] pixels(CoordinateSequence ring, Projection projection) {
    var pairs = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      pairs[2 * i] = ring.getX(i);
      pairs[2 * i + 1] = ring.getY(i);
    }
    projection.fromLonLat(pairs);
    for (int at = 0; at < pairs.length; at += 2) {
      double x = pairs[at];
      double y = pairs[at + 1];
      pairs[at] = grid.affine().column(x, y);
      pairs[at + 1] = grid.affine().row(x, y);
    }
    return pairs;
  }

  private void measure() {
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        byte code = codes[row * grid.width() + column];
        counts[code]++;
        if (code != OUTSIDE) {
          firstColumn = Math.min(firstColumn, column);
          lastColumn = Math.max(lastColumn, column);
          firstRow = Math.min(firstRow, row);
          lastRow = Math.max(lastRow, row);
        }
      }
    }
  }
}
