package org.sitewatch.sites.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** A MultiPolygon as a GeoPackage geometry: little-endian, with its envelope, shells CCW. */
public final class GeoPackageBlob {
  private static final int HEADER_BYTES = 8 + 4 * 8;

  /** Byte order, type and count of a MultiPolygon, before its first polygon. */
  private static final int MANY_BYTES = 9;

  private static final byte LITTLE_ENDIAN_WITH_ENVELOPE = 0x03;

  private GeoPackageBlob() {}

  public static byte[] of(MultiPolygon area) {
    MultiPolygon normal = (MultiPolygon) area.norm();
    int rings = 0;
    for (int part = 0; part < normal.getNumGeometries(); part++) {
      rings += 1 + ((Polygon) normal.getGeometryN(part)).getNumInteriorRing();
    }
    int size =
        HEADER_BYTES + 9 + 9 * normal.getNumGeometries() + 4 * rings + 16 * normal.getNumPoints();
    ByteBuffer blob = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    Envelope bounds = normal.getEnvelopeInternal();
    blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put(LITTLE_ENDIAN_WITH_ENVELOPE);
    blob.putInt(4326).putDouble(bounds.getMinX()).putDouble(bounds.getMaxX());
    blob.putDouble(bounds.getMinY()).putDouble(bounds.getMaxY());
    blob.put((byte) 1).putInt(6).putInt(normal.getNumGeometries());
    for (int part = 0; part < normal.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) normal.getGeometryN(part);
      blob.put((byte) 1).putInt(3).putInt(1 + polygon.getNumInteriorRing());
      ring(polygon.getExteriorRing(), blob);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(polygon.getInteriorRingN(hole), blob);
      }
    }
    return blob.array();
  }

  /** The only polygon of an area as a Polygon. */
  public static byte[] ofSingle(MultiPolygon area) {
    byte[] many = of(area);
    var single = new byte[many.length - MANY_BYTES];
    System.arraycopy(many, 0, single, 0, HEADER_BYTES);
    System.arraycopy(
        many, HEADER_BYTES + MANY_BYTES, single, HEADER_BYTES, single.length - HEADER_BYTES);
    return single;
  }

  /** Backwards: normalised shells are clockwise. */
  private static void ring(LineString ring, ByteBuffer blob) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    blob.putInt(vertices.size());
    for (int i = vertices.size() - 1; i >= 0; i--) {
      blob.putDouble(vertices.getX(i)).putDouble(vertices.getY(i));
    }
  }
}
