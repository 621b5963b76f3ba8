package org.sitewatch.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.segment.PixelSet;

/**
 * A signed anomaly of a set of pixels.
 *
 * @param components one number a band, in units of noise
 */
public record Direction(List<Double> components) implements Serializable {
  /** cos 60°. */
  private static final double LEAST_COSINE = 0.5;

  /** As many newest looks as the evidence is taken from. */
  private static final int[] WINDOWS = {3, 5, 7};

  public Direction {
    components = List.copyOf(components);
  }

  /** Component-wise median over the pixels that speak. */
  static Direction median(float[][] z, PixelSet pixels, boolean[] speaks) {
    var components = new ArrayList<Double>();
    int[] heard = pixels.stream().filter(pixel -> speaks[pixel]).toArray();
    var values = new double[heard.length];
    for (float[] band : z) {
      for (int i = 0; i < heard.length; i++) {
        values[i] = band[heard[i]];
      }
      components.add(FixedDecimals.of(Median.of(values, values.length)));
    }
    return new Direction(components);
  }

  /**
   * Median over the newest 3, 5 or 7 of several, whichever says most: k |m|² is largest, as the
   * evidence has it. Of fewer than three the median of all.
   *
   * @param newestFirst not empty
   */
  static Direction strongest(List<Direction> newestFirst) {
    int all = newestFirst.size();
    var best = median(newestFirst.subList(0, Math.min(WINDOWS[0], all)));
    double most = WINDOWS[0] * best.length() * best.length();
    for (int window : WINDOWS) {
      if (window > WINDOWS[0] && window <= all) {
        var direction = median(newestFirst.subList(0, window));
        double says = window * direction.length() * direction.length();
        if (says > most) {
          best = direction;
          most = says;
        }
      }
    }
    return best;
  }

  /** {@link #strongest} of one pixel over the looks that show it; the zero vector for none. */
  static Direction ofPixel(List<SeenLook> looks, int pixel) {
    var newestFirst = new ArrayList<Direction>();
    for (int look = looks.size() - 1; look >= 0; look--) {
      if (looks.get(look).speaks()[pixel] && newestFirst.size() < WINDOWS[WINDOWS.length - 1]) {
        newestFirst.add(looks.get(look).direction(pixel));
      }
    }
    return newestFirst.isEmpty()
        ? new Direction(Collections.nCopies(looks.get(0).z().length, 0.0))
        : strongest(newestFirst);
  }

  /** Component-wise median of several. */
  static Direction median(List<Direction> several) {
    var components = new ArrayList<Double>();
    for (int band = 0; band < several.get(0).components.size(); band++) {
      var values = new double[several.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = several.get(i).components.get(band);
      }
      components.add(FixedDecimals.of(Median.of(values, values.length)));
    }
    return new Direction(components);
  }

  /** Root of the mean square over the bands. */
  double length() {
    double square = 0;
    for (double component : components) {
      square += component * component;
    }
    return Math.sqrt(square / components.size());
  }

  /** Whether both point within 60° of each other. */
  boolean agrees(Direction other) {
    double product = 0;
    for (int i = 0; i < components.size(); i++) {
      product += components.get(i) * other.components.get(i);
    }
    double lengths = components.size() * length() * other.length();
    return product >= LEAST_COSINE * lengths && lengths > 0;
  }
}
