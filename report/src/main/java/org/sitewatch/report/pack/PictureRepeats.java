package org.sitewatch.report.pack;

/**
 * Two places to repeat from: some bytes back, which for enlarged pictures is the pixel beside, and
 * many bytes back, the row above.
 */
final class PictureRepeats implements Repeats {
  private static final int LEAST_NEAR = 3;

  /** A repetition from far costs about as much as three literals. */
  private static final int LEAST_FAR = 4;

  private final byte[] data;
  private final int near;
  private final int far;

  /**
   * @param near bytes of a pixel
   * @param far bytes of a row
   */
  PictureRepeats(byte[] data, int near, int far) {
    this.data = data;
    this.near = near;
    this.far = far;
  }

  @Override
  public Found at(int position) {
    int above = far <= FixedDeflate.FARTHEST ? Repeats.length(data, position, far) : 0;
    int beside = above == FixedDeflate.LONGEST ? 0 : Repeats.length(data, position, near);
    if (above >= LEAST_FAR && above >= beside) {
      return new Found(above, far);
    }
    return beside >= LEAST_NEAR ? new Found(beside, near) : Found.NONE;
  }
}
