package org.sitewatch.sites;

import java.util.Optional;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;

/** Military grid reference (NGA.STND.0037), the form in which handhelds and maps name a place. */
public final class MgrsReference {
  /** Beyond them the polar grid begins, which no handheld of a patrol shows. */
  private static final double SOUTHERNMOST = -80;

  private static final double NORTHERNMOST = 84;

  private MgrsReference() {}

  /**
   * Zone, band, square, easting and northing to a metre: {@code 48TUT3138043537}.
   *
   * @param lon degrees, -180 to 180
   * @param lat degrees
   * @return empty beyond 80° S and 84° N, and where a coordinate is no number
   */
  public static Optional<String> of(double lon, double lat) {
    boolean hasGrid = lat >= SOUTHERNMOST && lat < NORTHERNMOST && Math.abs(lon) <= 180;
    return hasGrid ? Optional.of(MGRS.from(Point.point(lon, lat)).coordinate()) : Optional.empty();
  }
}
