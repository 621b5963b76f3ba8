package org.sitewatch.ingest;

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

  public byte code() {
    return (byte) ordinal();
  }
}
