package org.sitewatch.ingest;

import java.util.Arrays;

/** Why a pixel of a look speaks or is silent. Stored as the ordinal in a byte. */
public enum PixelState {
  /** Outside every image of the look, or fill. Not clear and not cloud. */
  OUTSIDE,
  CLEAR,
  /** Cloud, cirrus or cloud shadow. */
  CLOUD,
  SNOW,
  /** Saturated or defective. */
  INVALID;

  private static final byte[] ALL_CLEAR = new byte[1024];

  static {
    Arrays.fill(ALL_CLEAR, CLEAR.code());
  }

  public byte code() {
    return (byte) ordinal();
  }

  /** Whether all pixels are clear: as most are, it pays to ask before one looks at each. */
  public static boolean areClear(byte[] states) {
    int at = 0;
    while (at < states.length) {
      int next = Math.min(states.length, at + ALL_CLEAR.length);
      if (!Arrays.equals(states, at, next, ALL_CLEAR, 0, next - at)) {
        return false;
      }
      at = next;
    }
    return true;
  }
}
