package org.sitewatch.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
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
  private final List<LookPixels> pixels;

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
    this(grid, bands, calibrated, looks, inMemory(values, states));
    for (int look = 0; look < looks.size(); look++) {
      if (values[look].length != bands.size() || states[look].length != grid.size()) {
        throw new IllegalArgumentException("planes do not fit the grid at " + looks.get(look));
      }
    }
  }

  /**
   * @param pixels of each look; may be read when they are asked for
   */
  TileStack(
      PixelGrid grid,
      List<String> bands,
      boolean calibrated,
      List<Look> looks,
      List<LookPixels> pixels) {
    this.grid = grid;
    this.bands = List.copyOf(bands);
    this.calibrated = calibrated;
    this.looks = List.copyOf(looks);
    this.pixels = List.copyOf(pixels);
    for (int look = 1; look < looks.size(); look++) {
      if (looks.get(look - 1).compareTo(looks.get(look)) >= 0) {
        throw new IllegalArgumentException("looks must be in order of time: " + looks.get(look));
      }
    }
  }

  private static List<LookPixels> inMemory(float[][][] values, byte[][] states) {
    return IntStream.range(0, values.length)
        .mapToObj(look -> LookPixels.of("", values[look], states[look]))
        .toList();
  }

  /**
   * The same with other values of some looks; their states stay.
   *
   * @param values by the place of the look, [band][row * width + column]
   */
  public TileStack withValues(SortedMap<Integer, float[][]> values) {
    var replaced = new ArrayList<>(pixels);
    values.forEach(
        (look, planes) -> replaced.set(look, LookPixels.of("", planes, pixels.get(look).states())));
    return new TileStack(grid, bands, calibrated, looks, replaced);
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

  /**
   * One plane, row by row; NaN = not seen.
   *
   * @throws UnreadableLookException if its tiles were not read yet and cannot be
   */
  public float[] values(int look, int band) {
    return pixels.get(look).values()[band];
  }

  /**
   * Why each pixel of a look speaks or not: codes of {@link PixelState}.
   *
   * @throws UnreadableLookException as {@link #values}
   */
  public byte[] states(int look) {
    return pixels.get(look).states();
  }

  /**
   * All that a look's pixels are made from in one word, so that what was made of them may be kept;
   * empty where they come from no tiles.
   */
  public Optional<String> fingerprint(int look) {
    return Optional.of(pixels.get(look).fingerprint()).filter(print -> !print.isEmpty());
  }
}
