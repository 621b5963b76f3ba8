package org.sitewatch.sites.registry;

import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/**
 * Whether lines meet so often that nobody drew them: to mend that takes memory and time for every
 * place where two of them do, and a scribble of a few thousand vertices has millions.
 */
final class Tangle implements SegmentIntersector {
  private static final long MEETINGS_OF_ANY_OUTLINE = 50_000;
  private static final int MEETINGS_A_VERTEX = 20;

  private final LineIntersector lines = new RobustLineIntersector();
  private final long most;
  private long meetings;

  private Tangle(long most) {
    this.most = most;
  }

  static boolean is(Geometry outline) {
    long vertices = outline.getNumPoints();
    var tangle = new Tangle(MEETINGS_OF_ANY_OUTLINE + MEETINGS_A_VERTEX * vertices);
    new MCIndexNoder(tangle).computeNodes(SegmentStringUtil.extractSegmentStrings(outline));
    return tangle.isDone();
  }

  @Override
  public void processIntersections(SegmentString one, int i, SegmentString other, int j) {
    if (one == other && i == j) {
      return;
    }
    lines.computeIntersection(
        one.getCoordinate(i),
        one.getCoordinate(i + 1),
        other.getCoordinate(j),
        other.getCoordinate(j + 1));
    meetings += lines.hasIntersection() ? 1 : 0;
  }

  @Override
  public boolean isDone() {
    return meetings > most;
  }
}
