package org.sitewatch.detect.pair;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Kinds of ground of one date: Lloyd's k-means over the bands. It starts from parts of equal size
 * along the first principal component, so that the same image always gives the same classes. Lloyd
 * 1982, IEEE Trans. Information Theory 28(2).
 */
public final class LandClasses {
  private static final int MAX_ROUNDS = 25;

  private final double[][] centres;

  private LandClasses(double[][] centres) {
    this.centres = centres;
  }

  /**
   * @param planes [band][pixel], bands on like scales
   * @param pixels the pixels to learn from, at least as many as classes; finite in every band
   */
  public static LandClasses fit(float[][] planes, int[] pixels, int classes) {
    var rows = new double[pixels.length][planes.length];
    for (int i = 0; i < pixels.length; i++) {
      for (int band = 0; band < planes.length; band++) {
        rows[i][band] = planes[band][pixels[i]];
      }
    }
    var fit = new LandClasses(new double[classes][planes.length]);
    int[] members = equalParts(rows, classes);
    fit.move(rows, members);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      int[] next = Arrays.stream(rows).mapToInt(fit::nearest).toArray();
      if (Arrays.equals(members, next)) {
        break;
      }
      members = next;
      fit.move(rows, members);
    }
    return fit;
  }

  private static int[] equalParts(double[][] rows, int classes) {
    int bands = rows[0].length;
    var mean = new double[bands];
    for (double[] row : rows) {
      for (int band = 0; band < bands; band++) {
        mean[band] += row[band] / rows.length;
      }
    }
    var covariance = new double[bands][bands];
    for (double[] row : rows) {
      for (int a = 0; a < bands; a++) {
        for (int b = 0; b < bands; b++) {
          covariance[a][b] += (row[a] - mean[a]) * (row[b] - mean[b]) / rows.length;
        }
      }
    }
    double[] axis =
        new EigenDecomposition(new Array2DRowRealMatrix(covariance, false))
            .getEigenvector(0)
            .toArray();
    double sign = Math.signum(Arrays.stream(axis).sum());
    var places = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int band = 0; band < bands; band++) {
        places[i] += (sign < 0 ? -1 : 1) * axis[band] * rows[i][band];
      }
    }
    int[] order =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> places[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    var parts = new int[rows.length];
    for (int rank = 0; rank < order.length; rank++) {
      parts[order[rank]] = (int) ((long) rank * classes / order.length);
    }
    return parts;
  }

  /** Centres go to the mean of their members; one without members stays. */
  private void move(double[][] rows, int[] members) {
    var sums = new double[centres.length][centres[0].length];
    var counts = new int[centres.length];
    for (int i = 0; i < rows.length; i++) {
      counts[members[i]]++;
      for (int band = 0; band < rows[i].length; band++) {
        sums[members[i]][band] += rows[i][band];
      }
    }
    for (int k = 0; k < centres.length; k++) {
      for (int band = 0; counts[k] > 0 && band < centres[k].length; band++) {
        centres[k][band] = sums[k][band] / counts[k];
      }
    }
  }

  private int nearest(double[] row) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < centres.length; k++) {
      double square = 0;
      for (int band = 0; band < row.length; band++) {
        double step = row[band] - centres[k][band];
        square += step * step;
      }
      if (square < least) {
        least = square;
        nearest = k;
      }
    }
    return nearest;
  }

  public int count() {
    return centres.length;
  }

  /**
   * @param row scratch, one number a band
   * @return the class of a pixel that is finite in every band
   */
  public int of(float[][] planes, int pixel, double[] row) {
    for (int band = 0; band < row.length; band++) {
      row[band] = planes[band][pixel];
    }
    return nearest(row);
  }
}
