package org.sitewatch.detect.series;

/**
 * What a look knows of a pixel, a byte each. Flagged: the scene's own mask calls it clear, only our
 * cloud screen does not; its values are real and may be admitted later.
 */
public final class PixelState {
  public static final byte UNSEEN = 0;
  public static final byte FLAGGED = 1;
  public static final byte VALID = 2;

  private PixelState() {}
}
