package org.sitewatch.detect.pair;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Iteratively re-weighted multivariate alteration detection: the mixtures of bands that correlate
 * best between two dates, a'x and b'y; their differences in units of their spread, squared and
 * summed, are chi-square with one degree a band where nothing changed, and the tail probability is
 * the next round's weight. Independent of gains and offsets of every band.
 *
 * <p>Nielsen 2007, IEEE TIP 16(2); regularisation as in Nielsen's paper, but in shares of the mean
 * variance instead of digital numbers.
 */
public final class IrMad {
  private static final int MAX_ROUNDS = 50;
  private static final double STILL = 1e-3;
  private static final double LEAST_SPREAD = 1e-9;

  private final double[] rho;
  private final double[] means;
  private final double[][] mixtures;
  private final double[] variances;
  private final double weightShare;
  private final boolean settled;

  private IrMad(
      double[] rho,
      double[] means,
      double[][] mixtures,
      double[] variances,
      double weightShare,
      boolean settled) {
    this.rho = rho;
    this.means = means;
    this.mixtures = mixtures;
    this.variances = variances;
    this.weightShare = weightShare;
    this.settled = settled;
  }

  /**
   * @param before [band][pixel]
   * @param after [band][pixel], as many bands
   * @param pixels the pixels to fit on; finite in every band
   * @param ridge share of the mean variance of a date that is added to the variance of its bands, 0
   *     for none; a date whose bands depend on each other cannot be fitted without
   */
  public static IrMad fit(float[][] before, float[][] after, int[] pixels, double ridge) {
    int bands = before.length;
    var moments = new PairMoments(before, after, pixels);
    var tail = new ChiSquareTail(bands);
    var weights = new double[pixels.length];
    Arrays.fill(weights, 1);
    IrMad fit = null;
    boolean settled = false;
    for (int round = 0; round < MAX_ROUNDS && !settled; round++) {
      double sum = moments.update(weights);
      IrMad next;
      try {
        next = of(moments, bands, ridge, sum / pixels.length, settled);
      } catch (NonPositiveDefiniteMatrixException | SingularMatrixException e) {
        return unsettled(bands);
      }
      settled = fit != null && largestStep(fit.rho, next.rho) < STILL;
      fit = next;
      for (int i = 0; i < pixels.length; i++) {
        weights[i] = tail.above(fit.chiSquare(before, after, pixels[i]));
      }
    }
    return new IrMad(fit.rho, fit.means, fit.mixtures, fit.variances, fit.weightShare, settled);
  }

  private static IrMad unsettled(int bands) {
    return new IrMad(
        new double[bands],
        new double[2 * bands],
        new double[bands][2 * bands],
        new double[0],
        0,
        false);
  }

  private static IrMad of(
      PairMoments moments, int bands, double ridge, double share, boolean settled) {
    RealMatrix first = ridged(moments.block(0, 0, bands), ridge);
    RealMatrix second = ridged(moments.block(bands, bands, bands), ridge);
    RealMatrix cross = new Array2DRowRealMatrix(moments.block(0, bands, bands), false);
    RealMatrix toSecond = new LUDecomposition(second, 0).getSolver().solve(cross.transpose());
    var pencil = SymmetricPencil.solve(cross.multiply(toSecond), first);
    var rho = new double[bands];
    var variances = new double[bands];
    var mixtures = new double[bands][2 * bands];
    for (int i = 0; i < bands; i++) {
      rho[i] = Math.sqrt(Math.min(1, Math.max(0, pencil.value(i))));
      double[] a = pencil.vector(i);
      double[] b = toSecond.operate(a);
      for (int band = 0; band < bands; band++) {
        mixtures[i][band] = a[band];
        mixtures[i][bands + band] = -b[band] / Math.max(rho[i], LEAST_SPREAD);
      }
      variances[i] = Math.max(2 * (1 - rho[i]), LEAST_SPREAD);
    }
    return new IrMad(rho, moments.means().clone(), mixtures, variances, share, settled);
  }

  private static RealMatrix ridged(double[][] covariance, double ridge) {
    var matrix = new Array2DRowRealMatrix(covariance, false);
    double mean = matrix.getTrace() / covariance.length;
    for (int band = 0; band < covariance.length; band++) {
      matrix.addToEntry(band, band, ridge * mean);
    }
    return matrix;
  }

  private static double largestStep(double[] old, double[] now) {
    double largest = 0;
    for (int i = 0; i < now.length; i++) {
      largest = Math.max(largest, Math.abs(now[i] - old[i]));
    }
    return largest;
  }

  /** Canonical correlations, largest first. */
  public double[] rho() {
    return rho.clone();
  }

  /** Mean weight of the pixels in the last round: how much of the scene is taken as unchanged. */
  public double weightShare() {
    return weightShare;
  }

  /** Whether the correlations stood still before the last round allowed. */
  public boolean isSettled() {
    return settled;
  }

  /** Sum of the squared variates in units of their variances; NaN where a band is NaN. */
  public double chiSquare(float[][] before, float[][] after, int pixel) {
    int bands = rho.length;
    double sum = 0;
    for (int i = 0; i < variances.length; i++) {
      double[] mixture = mixtures[i];
      double variate = 0;
      for (int band = 0; band < bands; band++) {
        variate += mixture[band] * (before[band][pixel] - means[band]);
        variate += mixture[bands + band] * (after[band][pixel] - means[bands + band]);
      }
      sum += variate * variate / variances[i];
    }
    return sum;
  }
}
