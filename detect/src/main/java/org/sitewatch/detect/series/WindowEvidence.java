package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.List;

/**
 * What the newest looks of a pixel say together: S = max over k in {3, 5, 7} of k |m|² / 1.57, m
 * the median of the newest k vectors, component by component, clipped at ±30. (k − 1) / 2 missed
 * clouds do not move it, and outliers that point elsewhere cancel; 1.57 = π/2 is the variance of a
 * median against a mean's. See docs/detectors/evidence.md.
 */
public final class WindowEvidence {
  /** Older looks say nothing of the present. */
  public static final double OLDEST_DAYS = AdmittedLooks.OLDEST_DAYS;

  private static final int[] WINDOWS = {3, 5, 7};
  private static final double MEDIAN_VARIANCE = 1.57;
  private static final float CLIP = 30;
  private static final int BLOCK = 256;
  private static final int NOBODY = -1;

  private final List<LookVectors> looks;
  private final boolean smoothed;
  private final AdmittedLooks admitted = new AdmittedLooks(BLOCK);
  private final float[][] rows = new float[AdmittedLooks.MOST][BLOCK];

  /** For each place the stretches of pixels that share a look: how many, where they end, which. */
  private final int[] stretches = new int[AdmittedLooks.MOST];

  private final int[][] stretchEnd = new int[AdmittedLooks.MOST][BLOCK];
  private final int[][] stretchLook = new int[AdmittedLooks.MOST][BLOCK];
  private final WindowMedians medians = new WindowMedians(BLOCK);
  private final float[][] squares = new float[WINDOWS.length][BLOCK];

  private WindowEvidence(List<LookVectors> looks, boolean smoothed) {
    this.looks = looks;
    this.smoothed = smoothed;
  }

  /**
   * Scores the last of the looks.
   *
   * @param upToLast oldest first, not empty; looks more than 120 days older than the last are not
   *     read, so it does not matter whether they are there
   * @param smoothed true for w, false for u
   * @param out S of each pixel; NaN where the pixel is not judged at the last look – unseen, or
   *     flagged and not released – or fewer than 3 looks speak
   */
  public static void of(List<LookVectors> upToLast, boolean smoothed, float[] out) {
    for (int i = 1; i < upToLast.size(); i++) {
      if (upToLast.get(i).day() < upToLast.get(i - 1).day()) {
        throw new IllegalArgumentException(
            "looks must be in order of time, day "
                + upToLast.get(i).day()
                + (" follows " + upToLast.get(i - 1).day()));
      }
    }
    var evidence = new WindowEvidence(upToLast, smoothed);
    for (int start = 0; start < out.length; start += BLOCK) {
      evidence.score(start, Math.min(BLOCK, out.length - start), out);
    }
  }

  private void score(int start, int size, float[] out) {
    admitted.find(looks, start, size);
    for (int place = 0; place < rows.length; place++) {
      findStretches(place, size);
    }
    for (float[] window : squares) {
      Arrays.fill(window, 0);
    }
    int bands = looks.get(0).u().length;
    for (int band = 0; band < bands; band++) {
      for (int place = 0; place < rows.length; place++) {
        gather(place, band, start);
      }
      medians.take(rows);
      addSquares(medians.ofThree(), squares[0]);
      addSquares(medians.ofFive(), squares[1]);
      addSquares(medians.ofSeven(), squares[2]);
    }
    int last = looks.size() - 1;
    for (int i = 0; i < size; i++) {
      out[start + i] = admitted.judged(i, last) ? best(i) : Float.NaN;
    }
  }

  private void findStretches(int place, int size) {
    int[] from = admitted.at(place);
    int count = 0;
    int last = NOBODY - 1;
    for (int i = 0; i < size; i++) {
      int look = admitted.count(i) > place ? from[i] : NOBODY;
      count += look == last ? 0 : 1;
      stretchEnd[place][count - 1] = i + 1;
      stretchLook[place][count - 1] = look;
      last = look;
    }
    stretches[place] = count;
  }

  /** Copies one component of the looks at one place, 0 where no look speaks. */
  private void gather(int place, int band, int start) {
    float[] row = rows[place];
    int first = 0;
    for (int stretch = 0; stretch < stretches[place]; stretch++) {
      int end = stretchEnd[place][stretch];
      int look = stretchLook[place][stretch];
      if (look == NOBODY) {
        Arrays.fill(row, first, end, 0);
      } else {
        LookVectors vectors = looks.get(look);
        float[] plane = smoothed ? vectors.w()[band] : vectors.u()[band];
        System.arraycopy(plane, start + first, row, first, end - first);
      }
      first = end;
    }
  }

  private static void addSquares(float[] medians, float[] squares) {
    for (int i = 0; i < BLOCK; i++) {
      float median = Math.max(-CLIP, Math.min(CLIP, medians[i]));
      squares[i] += median * median;
    }
  }

  private float best(int i) {
    double best = Double.NEGATIVE_INFINITY;
    for (int window = 0; window < WINDOWS.length; window++) {
      if (WINDOWS[window] <= admitted.count(i)) {
        best = Math.max(best, WINDOWS[window] * squares[window][i] / MEDIAN_VARIANCE);
      }
    }
    return best < 0 ? Float.NaN : (float) best;
  }
}
