package org.sitewatch.detect.radar;

import org.sitewatch.detect.pair.ChiSquareTail;

/**
 * Whether the next look of a radar series has the backscatter of all looks before it: likelihood
 * ratio of gamma-distributed intensities, bands taken as independent. Conradsen, Nielsen &amp;
 * Skriver 2016, IEEE TGRS 54(5), their R_j for a diagonal covariance matrix.
 */
public final class SequentialOmnibus {
  private final int looks;
  private final double equivalentLooks;
  private final double rho;
  private final double mix;
  private final ChiSquareTail tail;
  private final ChiSquareTail fartherTail;

  /**
   * @param looks number j of looks with the tested one, at least 2
   * @param bands polarisations, at least 1
   * @param equivalentLooks equivalent number of looks (ENL) of the intensities, above 1/2; one that
   *     is too high makes p too small
   */
  public SequentialOmnibus(int looks, int bands, double equivalentLooks) {
    if (looks < 2 || bands < 1 || !(equivalentLooks > 0.5)) {
      throw new IllegalArgumentException(
          "omnibus test needs 2 looks, 1 band and ENL > 0.5, got %d, %d and %s"
              .formatted(looks, bands, equivalentLooks));
    }
    this.looks = looks;
    this.equivalentLooks = equivalentLooks;
    double j = looks;
    rho = 1 - (1 + 1 / (j * (j - 1))) / (6 * equivalentLooks);
    mix = -0.25 * bands * (1 - 1 / rho) * (1 - 1 / rho);
    tail = new ChiSquareTail(bands);
    fartherTail = new ChiSquareTail(bands + 4);
  }

  /**
   * @param sums [band][pixel], sum of the intensities of the looks before
   * @param now [band][pixel], intensities of the tested look; linear, above 0
   * @param p target, probability of so unlike a look if nothing changed; NaN where an input is NaN
   *     or not above 0
   */
  public void probability(float[][] sums, float[][] now, float[] p) {
    double constant = looks * StrictMath.log(looks) - (looks - 1) * StrictMath.log(looks - 1);
    for (int pixel = 0; pixel < p.length; pixel++) {
      double lnR = 0;
      for (int band = 0; band < now.length; band++) {
        double before = sums[band][pixel];
        double here = now[band][pixel];
        boolean positive = before > 0 && here > 0;
        lnR +=
            positive
                ? constant
                    + (looks - 1) * StrictMath.log(before)
                    + StrictMath.log(here)
                    - looks * StrictMath.log(before + here)
                : Double.NaN;
      }
      double z = Math.max(0, -2 * rho * equivalentLooks * lnR);
      p[pixel] =
          Double.isNaN(lnR)
              ? Float.NaN
              : (float) ((1 - mix) * tail.above(z) + mix * fartherTail.above(z));
    }
  }
}
