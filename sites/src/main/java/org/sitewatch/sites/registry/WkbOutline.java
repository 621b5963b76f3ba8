package org.sitewatch.sites.registry;

import static java.lang.Double.NaN;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * A GeoPackage geometry (OGC 12-128, clause 2.1.3: header, then ISO WKB) as an outline. Counts are
 * checked against the bytes that are there before memory is taken.
 */
final class WkbOutline {
  private static final int POINT = 1;
  private static final int POLYGON = 3;
  private static final int MULTI_POINT = 4;
  private static final int MULTI_POLYGON = 6;
  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

  private final ByteBuffer blob;
  private final List<Flaw> flaws;
  private final List<List<double[]>> polygons = new ArrayList<>();
  private final List<double[]> points = new ArrayList<>();
  private final double[] envelope = {NaN, NaN, NaN, NaN};
  private boolean hasHeights;

  private WkbOutline(ByteBuffer blob, List<Flaw> flaws) {
    this.blob = blob;
    this.flaws = flaws;
  }

  /** What cannot be read is none, with a flaw. */
  static Outline of(byte[] bytes, List<Flaw> flaws) {
    var reader = new WkbOutline(ByteBuffer.wrap(bytes), flaws);
    try {
      if (!reader.header() || !reader.geometry(true)) {
        return Outline.NONE;
      }
    } catch (BufferUnderflowException e) {
      return reader.broken("ends too early");
    }
    if (reader.hasHeights) {
      flaws.add(Flaw.warning(Code.A4, "heights and measures are left out"));
    }
    if (!reader.points.isEmpty() && !reader.polygons.isEmpty()) {
      return reader.broken("mixes points and polygons");
    }
    Outline outline = reader.outline();
    return reader.isInEnvelope(outline) ? outline : reader.broken("leaves its own envelope");
  }

  private Outline outline() {
    if (points.isEmpty()) {
      return new Outline(polygons);
    }
    return Outline.ofPoints(points.stream().flatMapToDouble(DoubleStream::of).toArray());
  }

  /** The header says the bounds once more: the one way to see that a number was damaged. */
  private boolean isInEnvelope(Outline outline) {
    double slack_share = 1e-9;
    double x = slack_share * Math.max(1, Math.max(Math.abs(envelope[0]), Math.abs(envelope[1])));
    double y = slack_share * Math.max(1, Math.max(Math.abs(envelope[2]), Math.abs(envelope[3])));
    boolean[] in = {true};
    outline.inPlace(
        pairs -> {
          for (int at = 0; at < pairs.length; at += 2) {
            in[0] &= !(pairs[at] < envelope[0] - x || pairs[at] > envelope[1] + x);
            in[0] &= !(pairs[at + 1] < envelope[2] - y || pairs[at + 1] > envelope[3] + y);
          }
        });
    return in[0];
  }

  /** False for a geometry declared empty, or with a flaw. */
  private boolean header() {
    int flags = 0;
    boolean known = blob.get() == 'G' && blob.get() == 'P' && blob.get() == 0;
    if (known) {
      flags = blob.get();
    }
    int kind = flags >> 1 & 7;
    if (!known || kind >= ENVELOPE_BYTES.length || (flags & 0x20) != 0) {
      broken("is no GeoPackage geometry");
      return false;
    }
    if (blob.remaining() < 4 + ENVELOPE_BYTES[kind]) {
      throw new BufferUnderflowException();
    }
    int after = blob.position() + 4 + ENVELOPE_BYTES[kind];
    blob.order((flags & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN).getInt();
    for (int side = 0; kind > 0 && side < envelope.length; side++) {
      envelope[side] = blob.getDouble();
    }
    blob.position(after);
    return (flags & 0x10) == 0;
  }

  private boolean geometry(boolean multiAllowed) {
    blob.order(blob.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = blob.getInt();
    boolean extended = (code & 0xE0000000) != 0;
    boolean z = extended ? (code & 0x80000000) != 0 : code / 1000 == 1 || code / 1000 == 3;
    boolean m = extended ? (code & 0x40000000) != 0 : code / 1000 == 2 || code / 1000 == 3;
    int type = extended ? code & 0xffff : code % 1000;
    if (extended && (code & 0x20000000) != 0) {
      blob.getInt(); // an SRID, which the layer knows better
    }
    int dimensions = 2 + (z ? 1 : 0) + (m ? 1 : 0);
    hasHeights |= dimensions > 2;
    if (type == POLYGON) {
      return polygon(dimensions);
    }
    if (type == POINT) {
      return point(dimensions);
    }
    if ((type != MULTI_POLYGON && type != MULTI_POINT) || !multiAllowed) {
      String cure = type >= 8 && type <= 14 ? "curves are not read; convert" : "change";
      String text = "geometry of WKB type " + type + " is no outline; " + cure + " it to polygons";
      flaws.add(Flaw.error(type >= 8 ? Code.A4 : Code.G1, text));
      return false;
    }
    int parts = count(9);
    for (int part = 0; part < parts; part++) {
      if (!geometry(false)) {
        return false;
      }
    }
    return true;
  }

  /** An empty point is two NaN. */
  private boolean point(int dimensions) {
    double[] pair = {blob.getDouble(), blob.getDouble()};
    for (int more = 2; more < dimensions; more++) {
      blob.getDouble();
    }
    if (!Double.isNaN(pair[0])) {
      points.add(pair);
    }
    return true;
  }

  private boolean polygon(int dimensions) {
    int rings = count(4);
    var polygon = new ArrayList<double[]>();
    for (int ring = 0; ring < rings; ring++) {
      var pairs = new double[2 * count(8 * dimensions)];
      for (int at = 0; at < pairs.length; at += 2) {
        pairs[at] = blob.getDouble();
        pairs[at + 1] = blob.getDouble();
        blob.position(blob.position() + 8 * (dimensions - 2));
      }
      polygon.add(pairs);
    }
    if (!polygon.isEmpty()) {
      polygons.add(polygon);
    }
    return true;
  }

  /** A count of things of at least so many bytes each. */
  private int count(int bytesEach) {
    int count = blob.getInt();
    if (count < 0 || count > blob.remaining() / bytesEach) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  private Outline broken(String how) {
    flaws.add(Flaw.error(Code.G1, "its geometry " + how + "; draw or export it again"));
    return Outline.NONE;
  }
}
