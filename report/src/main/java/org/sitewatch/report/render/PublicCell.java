package org.sitewatch.report.render;

import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A cell of the fixed grid that stands for all places in it. The grid does not hang on the sites,
 * so the same place is in the same cell every week.
 *
 * @param column from 180° W eastwards
 * @param row from 90° S northwards
 */
record PublicCell(int column, int row) implements Comparable<PublicCell> {
  static final double SIDE_DEGREES = 0.5;

  static PublicCell of(double lon, double lat) {
    return new PublicCell(
        (int) Math.floor((lon + 180) / SIDE_DEGREES), (int) Math.floor((lat + 90) / SIDE_DEGREES));
  }

  double west() {
    return column * SIDE_DEGREES - 180;
  }

  double south() {
    return row * SIDE_DEGREES - 90;
  }

  Geometry outline() {
    return new GeometryFactory()
        .toGeometry(new Envelope(west(), west() + SIDE_DEGREES, south(), south() + SIDE_DEGREES));
  }

  /** Its south-western corner, lon and lat. */
  String id() {
    return String.format(Locale.ROOT, "%.1f_%.1f", west(), south());
  }

  @Override
  public int compareTo(PublicCell other) {
    return row != other.row
        ? Integer.compare(row, other.row)
        : Integer.compare(column, other.column);
  }
}
