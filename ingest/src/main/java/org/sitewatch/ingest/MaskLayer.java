package org.sitewatch.ingest;

import java.io.IOException;
import java.util.List;
import org.sitewatch.ingest.tiff.Samples;

/**
 * One mask asset of a sensor. Where a sensor has several, the graver word on a pixel counts.
 *
 * @param keys asset keys it comes under, the first that exists is taken
 * @param bands names of the bands of its file; empty for a single band, which is named by its key
 */
public record MaskLayer(List<String> keys, List<String> bands, Decoder decoder) {

  /** From codes to the state of each pixel. */
  @FunctionalInterface
  public interface Decoder {

    /**
     * Codes of {@link PixelState} row by row.
     *
     * @param codes of as many bands as the layer has
     * @throws IOException if they are not what such a mask holds
     */
    byte[] states(Samples codes) throws IOException;
  }

  public MaskLayer {
    keys = List.copyOf(keys);
    bands = List.copyOf(bands);
  }

  /** The bands of the file of an asset. */
  public List<String> bandsOf(String assetKey) {
    return bands.isEmpty() ? List.of(assetKey) : bands;
  }

  /** Of two words on one pixel the graver: no data, cloud, defect, snow, clear. */
  static byte graver(byte a, byte b) {
    return GRAVITY[a] >= GRAVITY[b] ? a : b;
  }

  /**
   * Keeps of two words on each pixel the graver.
   *
   * @param states changed in place
   */
  static void keepGraver(byte[] told, byte[] states) {
    if (PixelState.areClear(states)) {
      System.arraycopy(told, 0, states, 0, states.length);
      return;
    }
    for (int i = 0; i < states.length; i++) {
      states[i] = graver(states[i], told[i]);
    }
  }

  private static final int[] GRAVITY = gravity();

  private static int[] gravity() {
    int[] gravity = new int[PixelState.values().length];
    gravity[PixelState.CLEAR.ordinal()] = 0;
    gravity[PixelState.SNOW.ordinal()] = 1;
    gravity[PixelState.INVALID.ordinal()] = 2;
    gravity[PixelState.CLOUD.ordinal()] = 3;
    gravity[PixelState.OUTSIDE.ordinal()] = 4;
    return gravity;
  }
}
