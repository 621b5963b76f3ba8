package org.sitewatch.ingest;

import java.util.List;
import org.sitewatch.sites.PixelGrid;

/**
 * One look as it came, cloud and snow included: what a picture shows. What may be judged is {@link
 * #judged()}.
 *
 * <p>A class over primitive arrays, which are shared and not copied: treat them as read-only.
 */
public final class LookImage {
  private final PixelGrid grid;
  private final List<String> bands;
  private final boolean calibrated;
  private final Look look;
  private final float[][] values;
  private final byte[] states;

  LookImage(
      PixelGrid grid,
      List<String> bands,
      boolean calibrated,
      Look look,
      float[][] values,
      byte[] states) {
    this.grid = grid;
    this.bands = List.copyOf(bands);
    this.calibrated = calibrated;
    this.look = look;
    this.values = values;
    this.states = states;
  }

  public PixelGrid grid() {
    return grid;
  }

  public List<String> bands() {
    return bands;
  }

  /** Whether values are reflectances. */
  public boolean isCalibrated() {
    return calibrated;
  }

  public Look look() {
    return look;
  }

  /** One plane, row by row, whatever the state of its pixels; NaN where there is no data. */
  public float[] values(int band) {
    return values[band];
  }

  /** Codes of {@link PixelState}. */
  public byte[] states() {
    return states;
  }

  /** The same as a stack of one look: pixels that are not clear are NaN. */
  public TileStack judged() {
    byte clear = PixelState.CLEAR.code();
    float[][] seen = new float[values.length][];
    for (int band = 0; band < seen.length; band++) {
      seen[band] = values[band].clone();
      for (int pixel = 0; pixel < states.length; pixel++) {
        if (states[pixel] != clear) {
          seen[band][pixel] = Float.NaN;
        }
      }
    }
    return new TileStack(
        grid, bands, calibrated, List.of(look), new float[][][] {seen}, new byte[][] {states});
  }
}
