package org.sitewatch.ingest;

/** What a look shows, in memory or still in its tiles. For one thread. */
interface LookPixels {

  /** Of all that the pixels are made from; empty where that is no tiles. */
  String fingerprint();

  /** [band][pixel], NaN = not seen. */
  float[][] values();

  /** [pixel], codes of {@link PixelState}. */
  byte[] states();

  static LookPixels of(String fingerprint, float[][] values, byte[] states) {
    return new LookPixels() {
      @Override
      public String fingerprint() {
        return fingerprint;
      }

      @Override
      public float[][] values() {
        return values;
      }

      @Override
      public byte[] states() {
        return states;
      }
    };
  }
}
