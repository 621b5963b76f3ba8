package org.sitewatch.detect.series;

import java.util.Arrays;
import org.sitewatch.detect.change.Median;

/**
 * One band of a reference, ready to be compared with images of the same ground: image = (gradient
 * of R)·t + gain·R + offset, where −t / gain is the displacement.
 */
final class BandAlignment {
  private static final int REWEIGHTINGS = 3;

  /** Bisquare cut in robust standard deviations. */
  private static final double CUT_SIGMAS = 4;

  /** Of reflectance: the residual of two equal images. */
  private static final double LEAST_SIGMA = 1e-6;

  /** Less light than this share is no image of the same ground. */
  private static final double LEAST_GAIN = 0.3;

  private static final double RIDGE = 1e-9;
  private static final int TERMS = 4;

  private final int[] pixels;
  private final double[] downwards;
  private final double[] rightwards;
  private final double[] level;
  private final double[] value;
  private final double[] weights;
  private final double[] work;

  /**
   * @param reference smoothed, without NaN
   * @param pixels those that take part, none on the border of the plane
   */
  BandAlignment(float[] reference, int[] pixels, int width) {
    this.pixels = pixels;
    int count = pixels.length;
    downwards = new double[count];
    rightwards = new double[count];
    level = new double[count];
    value = new double[count];
    weights = new double[count];
    work = new double[count];
    for (int i = 0; i < count; i++) {
      int pixel = pixels[i];
      downwards[i] = 0.5 * (reference[pixel + width] - reference[pixel - width]);
      rightwards[i] = 0.5 * (reference[pixel + 1] - reference[pixel - 1]);
      level[i] = reference[pixel];
    }
  }

  /** Adds what this band says of the image's displacement. */
  void addTo(AlignmentStep step, float[] image) {
    int count = pixels.length;
    for (int i = 0; i < count; i++) {
      value[i] = image[pixels[i]];
    }
    Arrays.fill(weights, 1);
    var normal = new double[TERMS * TERMS];
    var term = new double[TERMS];
    double sigma = Double.NaN;
    double yy = 0;
    double yx = 0;
    double xx = 0;
    for (int round = 0; round < REWEIGHTINGS; round++) {
      collect(normal, term);
      yy = normal[0];
      yx = normal[TERMS];
      xx = normal[TERMS + 1];
      for (int i = 0; i < TERMS; i++) {
        normal[i * TERMS + i] += RIDGE;
      }
      SmallSystem.factorize(normal, TERMS);
      SmallSystem.solve(normal, TERMS, term, 0);
      residuals(term[0], term[1], term[2], term[3]);
      sigma = Median.MAD_TO_SIGMA * Median.of(work, count) + LEAST_SIGMA;
      if (round < REWEIGHTINGS - 1) {
        weigh(CUT_SIGMAS * sigma);
      }
    }
    double gain = Math.max(term[2], LEAST_GAIN);
    double scale = gain * gain / (sigma * sigma);
    step.add(-term[0] / gain, -term[1] / gain, scale * yy, scale * yx, scale * xx);
  }

  /** What the terms leave over, in place of the weights; its length is left to be reordered. */
  private void residuals(double down, double right, double gain, double offset) {
    for (int i = 0; i < work.length; i++) {
      double fitted = downwards[i] * down + rightwards[i] * right + level[i] * gain + offset;
      weights[i] = value[i] - fitted;
      work[i] = Math.abs(weights[i]);
    }
  }

  /** Bisquare weights in place of the residuals. */
  private void weigh(double cut) {
    for (int i = 0; i < weights.length; i++) {
      double ratio = weights[i] / cut;
      double rest = Math.max(0, 1 - ratio * ratio);
      weights[i] = rest * rest;
    }
  }

  /** Weighted normal equations of the four terms: lower triangle and right side. */
  private void collect(double[] normal, double[] right) {
    double yy = 0;
    double xy = 0;
    double xx = 0;
    double ly = 0;
    double lx = 0;
    double ll = 0;
    double y = 0;
    double x = 0;
    double l = 0;
    double sum = 0;
    double iy = 0;
    double ix = 0;
    double il = 0;
    double is = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i];
      double weightedY = weight * downwards[i];
      double weightedX = weight * rightwards[i];
      double weightedLevel = weight * level[i];
      yy += weightedY * downwards[i];
      xy += weightedX * downwards[i];
      xx += weightedX * rightwards[i];
      ly += weightedLevel * downwards[i];
      lx += weightedLevel * rightwards[i];
      ll += weightedLevel * level[i];
      y += weightedY;
      x += weightedX;
      l += weightedLevel;
      sum += weight;
      iy += weightedY * value[i];
      ix += weightedX * value[i];
      il += weightedLevel * value[i];
      is += weight * value[i];
    }
    double[] lower = {yy, 0, 0, 0, xy, xx, 0, 0, ly, lx, ll, 0, y, x, l, sum};
    System.arraycopy(lower, 0, normal, 0, lower.length);
    double[] sides = {iy, ix, il, is};
    System.arraycopy(sides, 0, right, 0, sides.length);
  }
}
