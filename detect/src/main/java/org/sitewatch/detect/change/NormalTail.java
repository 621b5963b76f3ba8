package org.sitewatch.detect.change;

/** Upper tail of the standard normal distribution, far beyond where its value underflows. */
public final class NormalTail {
  private static final double LN10 = 2.302585092994046;
  private static final double ROOT_2PI = 2.5066282746310002;

  /** From here the continued fraction settles to 1e-12 within {@link #TERMS} terms. */
  private static final double FAR = 2.5;

  private static final int TERMS = 60;

  /** Values in a table of -log10 P for each step of u: a cubic between them errs by 1e-12. */
  private static final int STEPS_PER_SIGMA = 256;

  private static final int LOW = -6;
  private static final int HIGH = 8;

  /** Ten times what the table errs by. */
  private static final double MARGIN = 1e-11;

  private static final double[] TABLE = table();

  private NormalTail() {}

  private static double[] table() {
    var table = new double[(HIGH - LOW) * STEPS_PER_SIGMA + 3];
    for (int i = 0; i < table.length; i++) {
      table[i] = minusLog10(LOW + (i - 1.0) / STEPS_PER_SIGMA);
    }
    return table;
  }

  /**
   * {@link #minusLog10(double)} of many, rounded to floats to the last bit: taken out of a table
   * where all within the table's error rounds to the same. NaN stays NaN.
   *
   * @param u is overwritten
   */
  static void minusLog10(double[] u, int count, float[] target, int from) {
    for (int i = 0; i < count; i++) {
      boolean isInTable = u[i] >= LOW && u[i] < HIGH;
      double value = isInTable ? tabled(u[i]) : minusLog10(u[i]);
      float low = (float) (value - MARGIN);
      float high = (float) (value + MARGIN);
      target[from + i] = low == high ? low : (float) minusLog10(u[i]);
    }
  }

  /** Lagrange's cubic through the two values on either side. */
  private static double tabled(double u) {
    double place = (u - LOW) * STEPS_PER_SIGMA;
    int cell = (int) place;
    double t = place - cell;
    double outer = TABLE[cell] * (2 - t) + TABLE[cell + 3] * (t + 1);
    double inner = TABLE[cell + 1] * (1 - t) + TABLE[cell + 2] * t;
    return outer * t * (t - 1) / 6 + inner * (t + 1) * (2 - t) / 2;
  }

  /** -log10 P(X > u), at least 0: 0.301 at 0, 2.87 at 3, 9.0 at 6; grows as u²/4.6. */
  public static double minusLog10(double u) {
    if (u > FAR) {
      return (0.5 * u * u + StrictMath.log(ROOT_2PI * fraction(u))) / LN10;
    }
    double tail = u < -8 ? 1 : 0.5 - density(u) * series(u);
    return Math.max(0, -StrictMath.log(tail) / LN10);
  }

  private static double density(double u) {
    return StrictMath.exp(-0.5 * u * u) / ROOT_2PI;
  }

  /** Laplace's continued fraction u + 1/(u + 2/(u + …)), the inverse of Mills' ratio. */
  private static double fraction(double u) {
    double value = u;
    for (int k = TERMS; k >= 1; k--) {
      value = u + k / value;
    }
    return value;
  }

  /** (P(X < u) - 1/2) / density: u + u³/3 + u⁵/15 + … */
  private static double series(double u) {
    double term = u;
    double sum = u;
    for (int k = 1; k < 200 && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
      term *= u * u / (2 * k + 1);
      sum += term;
    }
    return sum;
  }
}
