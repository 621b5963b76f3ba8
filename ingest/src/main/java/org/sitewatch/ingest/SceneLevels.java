package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.ArrayList;
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
    int step = Math.max(1, states.length / SAMPLES) | 1; // odd, so as not to walk down a column
    var clear = new int[states.length / step + 1];
    int count = 0;
    for (int pixel = 0; pixel < states.length; pixel += step) {
      if (states[pixel] == PixelState.CLEAR.code()) {
        clear[count++] = pixel;
      }
    }
    var dark = new ArrayList<Double>();
    var middle = new ArrayList<Double>();
    var shown = new float[count];
    for (int band = 0; band < values.length && count >= FEWEST; band++) {
      for (int i = 0; i < count; i++) {
        shown[i] = values[band][clear[i]];
      }
      var ranked = new RankedValues(shown, count);
      dark.add(sixDecimals(ranked.at(count / 20)));
      middle.add(sixDecimals(ranked.at(count / 2)));
    }
    return new SceneLevels(sceneId, dark, middle);
  }

  private static double sixDecimals(float value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
