package org.sitewatch.detect.pair;

import java.util.Arrays;

/** Weighted means and covariances of all bands of two dates, the earlier date's bands first. */
final class PairMoments {
  private final float[][] planes;
  private final int[] pixels;
  private final double[] means;
  private final double[][] covariance;

  /**
   * @param before [band][pixel]
   * @param after [band][pixel], as many bands
   * @param pixels which to look at; finite in every band
   */
  PairMoments(float[][] before, float[][] after, int[] pixels) {
    planes = Arrays.copyOf(before, before.length + after.length);
    System.arraycopy(after, 0, planes, before.length, after.length);
    this.pixels = pixels;
    means = new double[planes.length];
    covariance = new double[planes.length][planes.length];
  }

  /**
   * @param weights one for each of the pixels
   * @return the sum of the weights
   */
  double update(double[] weights) {
    double sum = 0;
    Arrays.fill(means, 0);
    for (double[] row : covariance) {
      Arrays.fill(row, 0);
    }
    for (int i = 0; i < pixels.length; i++) {
      sum += weights[i];
      for (int band = 0; band < planes.length; band++) {
        means[band] += weights[i] * planes[band][pixels[i]];
      }
    }
    for (int band = 0; band < planes.length; band++) {
      means[band] /= sum;
    }
    var centred = new double[planes.length];
    for (int i = 0; i < pixels.length; i++) {
      for (int band = 0; band < planes.length; band++) {
        centred[band] = planes[band][pixels[i]] - means[band];
        double weighted = weights[i] * centred[band];
        double[] row = covariance[band];
        for (int other = 0; other <= band; other++) {
          row[other] += weighted * centred[other];
        }
      }
    }
    for (int band = 0; band < planes.length; band++) {
      for (int other = 0; other <= band; other++) {
        covariance[band][other] /= sum;
        covariance[other][band] = covariance[band][other];
      }
    }
    return sum;
  }

  double[] means() {
    return means;
  }

  double covariance(int band, int other) {
    return covariance[band][other];
  }

  double[][] block(int fromRow, int fromColumn, int size) {
    var block = new double[size][];
    for (int row = 0; row < size; row++) {
      block[row] = Arrays.copyOfRange(covariance[fromRow + row], fromColumn, fromColumn + size);
    }
    return block;
  }
}
