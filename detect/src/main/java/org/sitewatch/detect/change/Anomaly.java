package org.sitewatch.detect.change;

/**
 * Signed anomaly of a look against its baseline in units of noise, z = (y - median) / sqrt(spread²
 * + floor² + edge²), and its length over the bands. The floor is the scene's own: the robust scale
 * of y - median over all clear pixels, so that a pixel whose few earlier looks happen to agree is
 * not called certain.
 */
public final class Anomaly {
  /** A millionth of the scene's own contrast: keeps two identical images from dividing by 0. */
  private static final double LEAST_FLOOR = 1e-6;

  private Anomaly() {}

  /**
   * One band; NaN where the look or the baseline is NaN.
   *
   * @param edge noise of a shift, see {@link EdgeNoise}
   * @param plainSquares takes the square of the anomaly as it would be without that noise
   */
  public static void of(
      float[] look,
      float[] median,
      float[] spread,
      float[] edge,
      float[] z,
      double[] plainSquares) {
    for (int i = 0; i < look.length; i++) {
      z[i] = look[i] - median[i];
    }
    double[] difference = Sample.ofNumbers(z);
    double floor = difference.length == 0 ? 0 : Median.scale(difference, difference.length, 0);
    double floor2 = Math.max(floor, LEAST_FLOOR) * Math.max(floor, LEAST_FLOOR);
    var noise2 = new double[FloatBlock.SIZE];
    var block = new double[FloatBlock.SIZE];
    var scratch = new double[FloatBlock.SIZE];
    var values = new float[FloatBlock.SIZE];
    var noise = new float[FloatBlock.SIZE];
    var ratios = new float[FloatBlock.SIZE];
    for (int from = 0; from < look.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, look.length);
      System.arraycopy(z, from, values, 0, count);
      FloatBlock.widen(spread, from, count, noise2);
      for (int i = 0; i < count; i++) {
        noise2[i] = noise2[i] * noise2[i] + floor2;
        block[i] = Math.sqrt(noise2[i]);
      }
      FloatBlock.narrow(block, count, noise, 0);
      divide(values, noise, count, ratios);
      FloatBlock.widen(ratios, 0, count, block);
      addSquares(block, count, scratch, plainSquares, from);
      FloatBlock.widen(edge, from, count, block);
      for (int i = 0; i < count; i++) {
        block[i] = Math.sqrt(noise2[i] + block[i] * block[i]);
      }
      FloatBlock.narrow(block, count, noise, 0);
      divide(values, noise, count, ratios);
      System.arraycopy(ratios, 0, z, from, count);
    }
  }

  private static void divide(float[] values, float[] divisors, int count, float[] ratios) {
    for (int i = 0; i < count; i++) {
      ratios[i] = values[i] / divisors[i];
    }
  }

  private static void addSquares(
      double[] block, int count, double[] scratch, double[] sums, int from) {
    System.arraycopy(sums, from, scratch, 0, count);
    for (int i = 0; i < count; i++) {
      scratch[i] += block[i] * block[i];
    }
    System.arraycopy(scratch, 0, sums, from, count);
  }

  /** Root of the mean of sums over so many bands. */
  public static void length(double[] sums, int bands, float[] length) {
    var block = new double[FloatBlock.SIZE];
    for (int from = 0; from < length.length; from += FloatBlock.SIZE) {
      int count = FloatBlock.count(from, length.length);
      System.arraycopy(sums, from, block, 0, count);
      for (int i = 0; i < count; i++) {
        block[i] = Math.sqrt(block[i] / bands);
      }
      FloatBlock.narrow(block, count, length, from);
    }
  }

  /** Root mean square over the bands, [band][pixel] to [pixel]; NaN where a band is NaN. */
  public static void length(float[][] z, float[] length) {
    var sums = new double[length.length];
    var scratch = new double[FloatBlock.SIZE];
    var block = new double[FloatBlock.SIZE];
    for (float[] band : z) {
      for (int from = 0; from < sums.length; from += FloatBlock.SIZE) {
        int count = FloatBlock.count(from, sums.length);
        FloatBlock.widen(band, from, count, block);
        addSquares(block, count, scratch, sums, from);
      }
    }
    length(sums, z.length, length);
  }
}
