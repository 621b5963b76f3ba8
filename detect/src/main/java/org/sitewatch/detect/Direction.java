package org.sitewatch.detect;

import java.io.Serializable;
import java.util.ArrayList;
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

  /** A direction is taken from so many looks. */
  static final int NEWEST = 5;

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

  /** Component-wise median of one pixel over the looks that show it; the zero vector for none. */
  static Direction ofPixel(List<SeenLook> looks, int pixel) {
    List<SeenLook> speaking = looks.stream().filter(look -> look.speaks()[pixel]).toList();
    var newest = speaking.subList(Math.max(0, speaking.size() - NEWEST), speaking.size());
    var components = new ArrayList<Double>();
    var values = new double[newest.size()];
    for (int band = 0; band < looks.get(0).z().length; band++) {
      for (int i = 0; i < values.length; i++) {
        values[i] = newest.get(i).z()[band][pixel];
      }
      components.add(values.length == 0 ? 0 : FixedDecimals.of(Median.of(values, values.length)));
    }
    return new Direction(components);
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
