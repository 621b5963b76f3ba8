package org.sitewatch.detect.change;

/** Upper tail of the standard normal distribution, far beyond where its value underflows. */
public final class NormalTail {
  private static final double LN10 = 2.302585092994046;
  private static final double ROOT_2PI = 2.5066282746310002;

  /** From here the continued fraction settles to 1e-12 within {@link #TERMS} terms. */
  private static final double FAR = 2.5;

  private static final int TERMS = 60;

  private NormalTail() {}

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
