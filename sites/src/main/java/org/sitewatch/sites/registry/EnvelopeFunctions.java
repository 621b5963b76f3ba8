package org.sitewatch.sites.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.Function;

/**
 * The functions that the triggers of a GeoPackage's spatial index call (OGC 12-128, annex F.3):
 * ST_IsEmpty, ST_MinX, ST_MaxX, ST_MinY, ST_MaxY.
 */
final class EnvelopeFunctions {
  private EnvelopeFunctions() {}

  private interface Side {
    double of(Envelope bounds);
  }

  static void register(Connection connection) throws SQLException {
    register(connection, "ST_MinX", Envelope::getMinX);
    register(connection, "ST_MaxX", Envelope::getMaxX);
    register(connection, "ST_MinY", Envelope::getMinY);
    register(connection, "ST_MaxY", Envelope::getMaxY);
    Function.create(
        connection,
        "ST_IsEmpty",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            result(bounds(value_blob(0)).isNull() ? 1 : 0);
          }
        });
  }

  private static void register(Connection connection, String name, Side side) throws SQLException {
    Function.create(
        connection,
        name,
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            Envelope bounds = bounds(value_blob(0));
            if (bounds.isNull()) {
              result();
            } else {
              result(side.of(bounds));
            }
          }
        });
  }

  private static Envelope bounds(byte[] blob) {
    var bounds = new Envelope();
    if (blob != null) {
      for (List<double[]> polygon : WkbOutline.of(blob, new ArrayList<>()).polygons()) {
        for (double[] ring : polygon) {
          for (int at = 0; at < ring.length; at += 2) {
            bounds.expandToInclude(ring[at], ring[at + 1]);
          }
        }
      }
    }
    return bounds;
  }
}
