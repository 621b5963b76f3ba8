package org.sitewatch.detect.series;

import org.sitewatch.detect.change.FloatBlock;
import org.sitewatch.detect.change.Median;

/**
 * What every pixel of a site shows on any day of the year, and how far it strays from it, as {@link
 * HarmonicFit} learnt it. A class over primitive arrays, which are shared and not copied: treat
 * them as read-only.
 */
public final class HarmonicModel {
  /** Fewer earlier clear looks of a pixel give a model, but none that may judge the pixel. */
  public static final int LOOKS_TO_JUDGE = 12;

  private final float[][][] beta;
  private final float[][] sigma;
  private final int[] count;

  HarmonicModel(float[][][] beta, float[][] sigma, int[] count) {
    this.beta = beta;
    this.sigma = sigma;
    this.count = count;
  }

  public int bands() {
    return sigma.length;
  }

  public int pixels() {
    return count.length;
  }

  /** Coefficients {@code [term][pixel]} of a band, terms as in {@link HarmonicFit}; NaN = none. */
  public float[][] beta(int band) {
    return beta[band];
  }

  /**
   * Robust standard deviation of a band's pixels around the model, at least 0.3 of the band's
   * median over the site; NaN = too few looks for a model.
   */
  public float[] sigma(int band) {
    return sigma[band];
  }

  /** Median of a band's sigma over the pixels that have a model, NaN if none has. */
  public double typicalSigma(int band) {
    return medianOfNumbers(sigma[band]);
  }

  /** How many earlier clear looks each pixel has. */
  public int[] count() {
    return count;
  }

  /**
   * What the site would show on a day if nothing happened.
   *
   * @param day counted as in the fit
   * @param out [band][pixel]; NaN where there is no model
   */
  public void predict(double day, float[][] out) {
    for (int band = 0; band < beta.length; band++) {
      predict(day, band, out[band]);
    }
  }

  /** The same of one band. */
  void predict(double day, int band, float[] out) {
    double[] term = SeasonalTerms.of(day);
    var sum = new double[FloatBlock.SIZE];
    var values = new double[FloatBlock.SIZE];
    for (int from = 0; from < pixels(); from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, pixels());
      FloatBlock.widen(beta[band][0], from, count, sum);
      for (int i = 1; i < term.length; i++) {
        FloatBlock.widen(beta[band][i], from, count, values);
        add(term[i], values, count, sum);
      }
      FloatBlock.narrow(sum, count, out, from);
    }
  }

  /** The same of some pixels in rising order; the rest of {@code out} is left as it is. */
  void predict(double day, int band, int[] pixels, float[] out) {
    double[] term = SeasonalTerms.of(day);
    var sum = new double[FloatBlock.SIZE];
    var values = new double[FloatBlock.SIZE];
    for (int from = 0; from < pixels.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, pixels.length);
      FloatBlock.gather(beta[band][0], pixels, from, count, sum);
      for (int i = 1; i < term.length; i++) {
        FloatBlock.gather(beta[band][i], pixels, from, count, values);
        add(term[i], values, count, sum);
      }
      for (int i = 0; i < count; i++) {
        out[pixels[from + i]] = (float) sum[i];
      }
    }
  }

  private static void add(double factor, double[] values, int count, double[] sum) {
    for (int i = 0; i < count; i++) {
      sum[i] += factor * values[i];
    }
  }

  /** Of a part of the window. */
  HarmonicModel cut(SeenPart part) {
    return new HarmonicModel(part.cut(beta), part.cut(sigma), part.cut(count));
  }

  /** Of the whole window: there is no model where nothing is seen. */
  HarmonicModel whole(SeenPart part) {
    return new HarmonicModel(
        part.whole(beta, Float.NaN), part.whole(sigma, Float.NaN), part.whole(count));
  }

  static double medianOfNumbers(float[] plane) {
    var numbers = new double[plane.length];
    int count = 0;
    for (float value : plane) {
      if (!Float.isNaN(value)) {
        numbers[count++] = value;
      }
    }
    return Median.of(numbers, count);
  }
}
