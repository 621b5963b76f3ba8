package org.sitewatch.sites.registry.shapefile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * The content of a record as an outline. Counts are checked against the bytes that are there before
 * memory is taken; the box around the vertices must be the box the record gives.
 */
final class ShpOutline {
  private static final int NULL = 0;
  private static final int POINT = 1;
  private static final int LINE = 3;
  private static final int POLYGON = 5;
  private static final int MULTI_POINT = 8;
  private static final int MULTI_PATCH = 31;
  private static final double BOX_SLACK_SHARE = 1e-9;

  private final ByteBuffer record;
  private final List<Flaw> flaws;

  private ShpOutline(ByteBuffer record, List<Flaw> flaws) {
    this.record = record;
    this.flaws = flaws;
  }

  /** What cannot be read is none, with a flaw. */
  static Outline of(ByteBuffer record, List<Flaw> flaws) {
    var reader = new ShpOutline(record, flaws);
    try {
      return reader.outline();
    } catch (BufferUnderflowException e) {
      return reader.broken("ends too early");
    }
  }

  private Outline outline() {
    int type = record.getInt();
    boolean hasHeights = type >= 11 && type <= 28;
    int flat = hasHeights ? type % 10 : type;
    Outline outline =
        switch (flat) {
          case NULL -> Outline.NONE;
          case POINT -> point();
          case MULTI_POINT -> multiPoint();
          case POLYGON -> polygons();
          case LINE -> none("a line is no outline; draw a polygon");
          case MULTI_PATCH -> none("a multipatch is no outline; draw a polygon");
          default -> none("its shape type " + type + " is not known");
        };
    if (hasHeights && !outline.isEmpty()) {
      flaws.add(Flaw.warning(Code.A4, "heights and measures are left out"));
    }
    return outline;
  }

  private Outline point() {
    return Outline.ofPoints(new double[] {record.getDouble(), record.getDouble()});
  }

  private Outline multiPoint() {
    double[] box = box();
    double[] pairs = pairs(count(16));
    return isBox(box, List.of(pairs)) ? Outline.ofPoints(pairs) : broken("leaves its own box");
  }

  private Outline polygons() {
    double[] box = box();
    int parts = count(4);
    int points = record.getInt();
    var starts = new int[parts + 1];
    for (int part = 0; part < parts; part++) {
      starts[part] = record.getInt();
    }
    starts[parts] = points;
    if (points < 0 || points > record.remaining() / 16 || parts == 0) {
      throw new BufferUnderflowException();
    }
    var rings = new ArrayList<double[]>();
    for (int part = 0; part < parts; part++) {
      boolean inOrder = starts[part] < starts[part + 1] && (part > 0 || starts[0] == 0);
      if (!inOrder || starts[part + 1] > points) {
        return broken("has rings in no order");
      }
      rings.add(pairs(starts[part + 1] - starts[part]));
    }
    return isBox(box, rings)
        ? new Outline(RingNesting.polygons(rings, flaws))
        : broken("leaves its own box");
  }

  private double[] box() {
    return new double[] {
      record.getDouble(), record.getDouble(), record.getDouble(), record.getDouble()
    };
  }

  private double[] pairs(int count) {
    var pairs = new double[2 * count];
    for (int at = 0; at < pairs.length; at++) {
      pairs[at] = record.getDouble();
    }
    return pairs;
  }

  /** A count of things of at least so many bytes each. */
  private int count(int bytesEach) {
    int count = record.getInt();
    if (count < 0 || count > record.remaining() / bytesEach) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  /**
   * Whether the box is the one around all vertices: the one way to see that a number is damaged.
   */
  private static boolean isBox(double[] box, List<double[]> rings) {
    double[] found = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (double[] ring : rings) {
      for (int at = 0; at < ring.length; at++) {
        int axis = at % 2;
        found[axis] = Math.min(found[axis], ring[at]);
        found[axis + 2] = Math.max(found[axis + 2], ring[at]);
      }
    }
    for (int side = 0; side < box.length; side++) {
      double slack = BOX_SLACK_SHARE * Math.max(1, Math.abs(found[side]));
      if (!(Math.abs(box[side] - found[side]) <= slack)) {
        return false;
      }
    }
    return true;
  }

  private Outline none(String text) {
    flaws.add(Flaw.error(Code.G1, text));
    return Outline.NONE;
  }

  private Outline broken(String how) {
    return none("its geometry " + how + "; draw or export it again");
  }
}
