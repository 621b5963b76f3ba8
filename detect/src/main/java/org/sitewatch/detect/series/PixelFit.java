package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.Median;

/**
 * The robust ridge regression of one pixel: looks are added, then all bands are solved together.
 * One object serves all pixels of a site; nothing is allocated after its making.
 */
final class PixelFit {
  private static final int TERMS = SeasonalTerms.COUNT;
  private static final int ITERATIONS = 3;

  /** So many looks in favour of a year without waves. */
  private static final double RIDGE = 0.5;

  /** Bisquare cut in robust standard deviations, of the band that strays most. */
  private static final double CUT_SIGMAS = 5;

  /** Looks beyond the number of terms that a scale needs. */
  private static final int LEAST_SPARE_LOOKS = 3;

  /** Reflectance: below any sensor's noise, above 0 where all looks are equal. */
  private static final double LEAST_SIGMA = 1e-5;

  private final int bands;
  private final double[][] term;
  private final double[][] weighted;
  private final double[][] value;
  private final double[][] residual;
  private final double[] weight;
  private final GuessedMedian[] medians;
  private final double[] normal = new double[TERMS * TERMS];
  private final double[] beta;
  private final double[] sigma;
  private int count;

  PixelFit(int mostLooks, int bands) {
    this.bands = bands;
    term = new double[TERMS][mostLooks];
    weighted = new double[TERMS][mostLooks];
    value = new double[bands][mostLooks];
    residual = new double[bands][mostLooks];
    weight = new double[mostLooks];
    medians = new GuessedMedian[ITERATIONS * bands];
    Arrays.setAll(medians, i -> new GuessedMedian(mostLooks));
    beta = new double[bands * TERMS];
    sigma = new double[bands];
  }

  void clear() {
    count = 0;
  }

  /** Adds a look whose bands stand {@code step} apart from {@code at} on, if all were seen. */
  void add(double[] terms, float[] values, int at, int step) {
    for (int band = 0; band < bands; band++) {
      float seen = values[at + band * step];
      if (!Float.isFinite(seen)) {
        return;
      }
      value[band][count] = seen;
    }
    for (int i = 0; i < TERMS; i++) {
      term[i][count] = terms[i];
    }
    count++;
  }

  int count() {
    return count;
  }

  double beta(int band, int index) {
    return beta[band * TERMS + index];
  }

  double sigma(int band) {
    return sigma[band];
  }

  /** False = too few looks, nothing is known. */
  boolean solve() {
    if (count < TERMS + LEAST_SPARE_LOOKS) {
      return false;
    }
    Arrays.fill(weight, 0, count, 1);
    double spare = Math.sqrt((double) count / (count - TERMS));
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      factorize();
      for (int band = 0; band < bands; band++) {
        project(value[band], band * TERMS);
        SmallSystem.solve(normal, TERMS, beta, band * TERMS);
        stray(value[band], band * TERMS, residual[band]);
        double median = medians[iteration * bands + band].of(residual[band], count);
        sigma[band] = Median.MAD_TO_SIGMA * median * spare + LEAST_SIGMA;
      }
      if (iteration + 1 < ITERATIONS) {
        weigh();
      }
    }
    return true;
  }

  private void factorize() {
    for (int row = 0; row < TERMS; row++) {
      for (int i = 0; i < count; i++) {
        weighted[row][i] = weight[i] * term[row][i];
      }
      for (int column = 0; column <= row; column++) {
        normal[row * TERMS + column] = dot(weighted[row], term[column]);
      }
      normal[row * TERMS + row] += row > 0 ? RIDGE : 0;
    }
    SmallSystem.factorize(normal, TERMS);
  }

  private double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** The right side of a band's equations, in the place of its coefficients. */
  private void project(double[] band, int at) {
    double[] w0 = weighted[0];
    double[] w1 = weighted[1];
    double[] w2 = weighted[2];
    double[] w3 = weighted[3];
    double[] w4 = weighted[4];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    for (int i = 0; i < count; i++) {
      double y = band[i];
      s0 += w0[i] * y;
      s1 += w1[i] * y;
      s2 += w2[i] * y;
      s3 += w3[i] * y;
      s4 += w4[i] * y;
    }
    beta[at] = s0;
    beta[at + 1] = s1;
    beta[at + 2] = s2;
    beta[at + 3] = s3;
    beta[at + 4] = s4;
  }

  /** Distances of a band's looks from its model. */
  private void stray(double[] band, int at, double[] out) {
    double b0 = beta[at];
    double b1 = beta[at + 1];
    double b2 = beta[at + 2];
    double b3 = beta[at + 3];
    double b4 = beta[at + 4];
    double[] t1 = term[1];
    double[] t2 = term[2];
    double[] t3 = term[3];
    double[] t4 = term[4];
    for (int i = 0; i < count; i++) {
      double model = b0 + b1 * t1[i] + b2 * t2[i] + b3 * t3[i] + b4 * t4[i];
      out[i] = Math.abs(band[i] - model);
    }
  }

  private void weigh() {
    Arrays.fill(weight, 0, count, 0);
    for (int band = 0; band < bands; band++) {
      double scale = 1 / (CUT_SIGMAS * sigma[band]);
      double[] distance = residual[band];
      for (int i = 0; i < count; i++) {
        weight[i] = Math.max(weight[i], distance[i] * scale);
      }
    }
    for (int i = 0; i < count; i++) {
      double rest = Math.max(0, 1 - weight[i] * weight[i]);
      weight[i] = rest * rest;
    }
  }
}
