package org.sitewatch.ingest;

import java.util.List;
import org.sitewatch.sites.PixelGrid;

/**
 * What one sensor saw of one tile: look × band × row × column. Values are reflectance (or
 * backscatter, or plain numbers where uncalibrated), NaN = not seen; a pixel that is not {@link
 * PixelState#CLEAR} is NaN in every band.
 *
 * <p>A class over primitive arrays, which are shared and not copied: treat them as read-only.
 */
public final class TileStack {
  private final PixelGrid grid;
  private final List<String> bands;
  private final boolean calibrated;
  private final List<Look> looks;
  private final float[][][] values;
  private final byte[][] states;

  /**
   * @param bands common band names, in the order of the planes
   * @param calibrated whether values are reflectances, so that constants in reflectance make sense
   * @param looks in order of time
   * @param values [look][band][row * width + column]
   * @param states [look][row * width + column], codes of {@link PixelState}
   */
  public TileStack(
      PixelGrid grid,
      List<String> bands,
      boolean calibrated,
      List<Look> looks,
      float[][][] values,
      byte[][] states) {
    this.grid = grid;
    this.bands = List.copyOf(bands);
    this.calibrated = calibrated;
    this.looks = List.copyOf(looks);
    this.values = values;
    this.states = states;
    for (int look = 1; look < looks.size(); look++) {
      if (looks.get(look - 1).compareTo(looks.get(look)) >= 0) {
        throw new IllegalArgumentException("looks must be in order of time: " + looks.get(look));
      }
    }
    for (int look = 0; look < looks.size(); look++) {
      if (values[look].length != bands.size() || states[look].length != grid.size()) {
        throw new IllegalArgumentException("planes do not fit the grid at " + looks.get(look));
      }
    }
  }

  public PixelGrid grid() {
    return grid;
  }

  public List<String> bands() {
    return bands;
  }

  public boolean isCalibrated() {
    return calibrated;
  }

  public List<Look> looks() {
    return looks;
  }

  /** One plane, row by row; NaN = not seen. */
  public float[] values(int look, int band) {
    return values[look][band];
  }

  /** Why each pixel of a look speaks or not: codes of {@link PixelState}. */
  public byte[] states(int look) {
    return states[look];
  }
}
