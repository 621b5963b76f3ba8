package org.sitewatch.sites;

/** Coefficients and sum of Krüger's series between the conformal sphere and the projected plane. */
final class KruegerSeries {
  private KruegerSeries() {}

  /** Sphere to plane: six coefficients from the third flattening. */
  static double[] alpha(double n) {
    return series(
        n,
        new double[][] {
          {1.0 / 2, -2.0 / 3, 5.0 / 16, 41.0 / 180, -127.0 / 288, 7891.0 / 37800},
          {13.0 / 48, -3.0 / 5, 557.0 / 1440, 281.0 / 630, -1983433.0 / 1935360},
          {61.0 / 240, -103.0 / 140, 15061.0 / 26880, 167603.0 / 181440},
          {49561.0 / 161280, -179.0 / 168, 6601661.0 / 7257600},
          {34729.0 / 80640, -3418889.0 / 1995840},
          {212378941.0 / 319334400}
        });
  }

  /** Plane to sphere: six coefficients from the third flattening. */
  static double[] beta(double n) {
    return series(
        n,
        new double[][] {
          {1.0 / 2, -2.0 / 3, 37.0 / 96, -1.0 / 360, -81.0 / 512, 96199.0 / 604800},
          {1.0 / 48, 1.0 / 15, -437.0 / 1440, 46.0 / 105, -1118711.0 / 3870720},
          {17.0 / 480, -37.0 / 840, -209.0 / 4480, 5569.0 / 90720},
          {4397.0 / 161280, -11.0 / 504, -830251.0 / 7257600},
          {4583.0 / 161280, -108847.0 / 3991680},
          {20648693.0 / 638668800}
        });
  }

  /**
   * out = (eta, xi) + sign × Σ c[j] (cos 2jξ sinh 2jη, sin 2jξ cosh 2jη), by Clenshaw's recurrence
   * over the complex sine.
   */
  static void sum(double[] c, double xi, double eta, int sign, double[] out, int at) {
    double sin = StrictMath.sin(2 * xi);
    double cos = StrictMath.cos(2 * xi);
    double sinh = StrictMath.sinh(2 * eta);
    double cosh = StrictMath.cosh(2 * eta);
    double re = 2 * cos * cosh;
    double im = -2 * sin * sinh;
    double re1 = 0;
    double im1 = 0;
    double re2 = 0;
    double im2 = 0;
    for (int j = c.length - 1; j >= 0; j--) {
      double re0 = re * re1 - im * im1 - re2 + c[j];
      double im0 = re * im1 + im * re1 - im2;
      re2 = re1;
      im2 = im1;
      re1 = re0;
      im1 = im0;
    }
    double sinRe = sin * cosh;
    double sinIm = cos * sinh;
    out[at] = eta + sign * (sinRe * im1 + sinIm * re1);
    out[at + 1] = xi + sign * (sinRe * re1 - sinIm * im1);
  }

  /** Row j holds the factors of n^(j+1), n^(j+2), … */
  private static double[] series(double n, double[][] factors) {
    var result = new double[factors.length];
    double lowest = 1;
    for (int j = 0; j < factors.length; j++) {
      lowest *= n;
      double sum = 0;
      for (int power = factors[j].length - 1; power >= 0; power--) {
        sum = sum * n + factors[j][power];
      }
      result[j] = lowest * sum;
    }
    return result;
  }
}
