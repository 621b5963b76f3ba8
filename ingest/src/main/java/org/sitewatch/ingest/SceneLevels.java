package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How dark a scene is over one site: what tells an offset that was added twice or never. Taken over
 * some thousand of its clear pixels.
 *
 * @param dark 5 % quantile of each band of the stack in reflectance, to six decimals; empty if too
 *     little is clear to know
 * @param middle the median likewise
 */
public record SceneLevels(String sceneId, List<Double> dark, List<Double> middle)
    implements Serializable {
  private static final int SAMPLES = 4096;
  private static final int FEWEST = 200;

  public SceneLevels {
    dark = List.copyOf(dark);
    middle = List.copyOf(middle);
  }

  boolean isKnown() {
    return !dark.isEmpty();
  }

  /**
   * @param values [band][pixel]
   * @param states codes of {@link PixelState}
   */
  static SceneLevels of(String sceneId, float[][] values, byte[] states) {
    int[] clear = someClear(states);
    var dark = new ArrayList<Double>();
    var middle = new ArrayList<Double>();
    for (int band = 0; band < values.length && clear.length >= FEWEST; band++) {
      var ranked = new RankedValues(at(clear, values[band]), clear.length);
      dark.add(sixDecimals(ranked.at(clear.length / 20)));
      middle.add(sixDecimals(ranked.at(clear.length / 2)));
    }
    return new SceneLevels(sceneId, dark, middle);
  }

  private static int[] someClear(byte[] states) {
    int step = Math.max(1, states.length / SAMPLES) | 1; // odd, so as not to walk down a column
    byte clearCode = PixelState.CLEAR.code();
    var clear = new int[states.length / step + 1];
    int count = 0;
    for (int pixel = 0; pixel < states.length; pixel += step) {
      if (states[pixel] == clearCode) {
        clear[count++] = pixel;
      }
    }
    return Arrays.copyOf(clear, count);
  }

  private static float[] at(int[] pixels, float[] plane) {
    var values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = plane[pixels[i]];
    }
    return values;
  }

  private static double sixDecimals(float value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
