package org.sitewatch.detect.series;

/**
 * Which pixels of a look speak.
 *
 * @param day days since 1 January 1970
 * @param valid pixels that show the ground
 * @param flagged pixels that the scene's mask calls clear and the cloud screen does not
 * @param usable whether enough of the image is valid for the look to speak at all
 */
record ScreenedLook(double day, boolean[] valid, boolean[] flagged, boolean usable) {

  /** {@link PixelState} of each pixel; all unseen if the look is not usable. */
  byte[] states() {
    var states = new byte[valid.length];
    for (int pixel = 0; pixel < states.length && usable; pixel++) {
      if (valid[pixel]) {
        states[pixel] = PixelState.VALID;
      } else if (flagged[pixel]) {
        states[pixel] = PixelState.FLAGGED;
      }
    }
    return states;
  }
}
