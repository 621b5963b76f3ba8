package org.sitewatch.detect.score;

import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.PixelState;

/**
 * How an object came about over the looks of the last 120 days: its mean vector at each look, laid
 * onto the median of the newest 5. What was dug is there from one look on; what grows, dries or is
 * hazy comes slowly or goes again.
 *
 * @param strength length of the median of the newest 5 mean vectors
 * @param newest share of it the newest look shows
 * @param looksShowing looks in a row, counted back, that show at least half of it
 * @param before mean share shown by the looks before these; 0 if there are none
 * @param unrest mean distance of the showing looks' shares from 1
 */
record ObjectCourse(
    double strength, double newest, int looksShowing, double before, double unrest) {
  private static final int NEWEST = 5;
  private static final double SHOWS = 0.5;

  /** No share is taken for more: a weak direction must not make it infinite. */
  private static final double MOST = 3;

  /**
   * @param window oldest first, the judged look last
   */
  static ObjectCourse of(List<LookVectors> window, PixelSet object) {
    int bands = window.get(0).u().length;
    byte[] now = window.get(window.size() - 1).state();
    var means = new double[window.size()][bands];
    int count = 0;
    for (int i = window.size() - 1; i >= 0; i--) {
      if (mean(window.get(i), now, object, means[count])) {
        count++;
      }
    }
    if (count == 0) {
      return new ObjectCourse(0, 0, 0, 0, 0);
    }
    var direction = new double[bands];
    double squares = 0;
    for (int band = 0; band < bands; band++) {
      int used = Math.min(NEWEST, count);
      var values = new double[used];
      for (int i = 0; i < used; i++) {
        values[i] = means[i][band];
      }
      direction[band] = Median.of(values, used);
      squares += direction[band] * direction[band];
    }
    if (!(squares > 0)) {
      return new ObjectCourse(0, 0, 0, 0, 0);
    }
    return of(means, count, direction, squares);
  }

  private static ObjectCourse of(double[][] means, int count, double[] direction, double squares) {
    var shares = new double[count];
    for (int i = 0; i < count; i++) {
      double dot = 0;
      for (int band = 0; band < direction.length; band++) {
        dot += means[i][band] * direction[band];
      }
      shares[i] = Math.max(-MOST, Math.min(MOST, dot / squares));
    }
    int showing = 0;
    double unrest = 0;
    while (showing < count && shares[showing] >= SHOWS) {
      unrest += Math.abs(shares[showing] - 1);
      showing++;
    }
    double before = 0;
    for (int i = showing; i < count; i++) {
      before += shares[i];
    }
    return new ObjectCourse(
        Math.sqrt(squares),
        shares[0],
        showing,
        showing == count ? 0 : before / (count - showing),
        showing == 0 ? 0 : unrest / showing);
  }

  /** Whether at least half of the pixels speak. */
  private static boolean mean(LookVectors look, byte[] now, PixelSet object, double[] out) {
    int count = 0;
    Arrays.fill(out, 0);
    for (int pixel : object.stream().toArray()) {
      byte state = look.state()[pixel];
      if (state == PixelState.VALID
          || state == PixelState.FLAGGED && now[pixel] == PixelState.FLAGGED) {
        count++;
        for (int band = 0; band < out.length; band++) {
          out[band] += look.u()[band][pixel];
        }
      }
    }
    for (int band = 0; band < out.length; band++) {
      out[band] /= Math.max(1, count);
    }
    return 2 * count >= object.size();
  }
}
