package org.sitewatch.detect;

import java.util.stream.IntStream;

/**
 * The ground around a site at a look. A change is regional if at least a twentieth of the judged
 * pixels of the ring stand out too, and moved in its direction, within 60°, and at least half as
 * far. See docs/detectors/alert-life.md.
 */
final class ControlRing {
  /** Fewer judged pixels do not speak for the surroundings. */
  private static final int LEAST_PIXELS = 200;

  /** L of a pixel that stands out: one in a hundred does by chance. */
  private static final double STANDS_OUT = 2;

  private static final double SHARED = 0.05;
  private static final double HALF = 0.5;

  private ControlRing() {}

  /**
   * @param change of the disturbance, over the looks behind the evidence
   */
  static Control of(LookEvidence look, SiteWindow site, Direction change) {
    int[] ring =
        IntStream.range(0, look.evidence().length)
            .filter(pixel -> site.isRing(pixel) && look.isJudged(pixel))
            .toArray();
    if (ring.length < LEAST_PIXELS) {
      return Control.NONE;
    }
    double sum = 0;
    int sharing = 0;
    for (int pixel : ring) {
      sum += look.evidence()[pixel];
      boolean standsOut = look.evidence()[pixel] >= STANDS_OUT;
      sharing += standsOut && shares(Direction.ofPixel(look.recent(), pixel), change) ? 1 : 0;
    }
    return new Control(FixedDecimals.of(sum / ring.length), sharing >= SHARED * ring.length);
  }

  private static boolean shares(Direction pixel, Direction change) {
    return pixel.length() >= HALF * change.length() && pixel.agrees(change);
  }
}
