package org.sitewatch.detect.score;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.series.HarmonicModel;
import org.sitewatch.detect.series.SeasonalTerms;

/**
 * The years an object's ground went through before it changed. What was a field of its own before
 * and now shows what it shows in another month is a crop that comes early, late or not at all; what
 * was like the ground around it and shows what that ground never does was dug.
 */
final class ObjectSeason {
  /** About every second week of a year. */
  private static final int DAYS_TRIED = 24;

  private final int[] bands;
  private final double[][] object;
  private final double[][] ring;
  private final double[] sigma;

  private ObjectSeason(int[] bands, double[][] object, double[][] ring, double[] sigma) {
    this.bands = bands;
    this.object = object;
    this.ring = ring;
    this.sigma = sigma;
  }

  /**
   * @param bands of the season, -1 = the sensor has it not
   * @param pixels of the object
   * @param around its ring; empty = the ring is taken to be like the object
   */
  static ObjectSeason of(HarmonicModel season, int[] bands, int[] pixels, int[] around) {
    var object = new double[bands.length][];
    var ring = new double[bands.length][];
    var sigma = new double[bands.length];
    for (int i = 0; i < bands.length; i++) {
      if (bands[i] >= 0) {
        float[][] beta = season.beta(bands[i]);
        object[i] = medians(beta, pixels);
        ring[i] = around.length == 0 ? object[i] : medians(beta, around);
        sigma[i] = median(season.sigma(bands[i]), pixels);
      }
    }
    return new ObjectSeason(bands, object, ring, sigma);
  }

  /**
   * How far the object's year lies from the ring's, in sigmas, root mean square over year and
   * bands.
   */
  double contrast() {
    double squares = 0;
    for (int i = 0; i < bands.length; i++) {
      if (isKnown(i)) {
        double level = object[i][0] - ring[i][0];
        double ofYear = level * level;
        for (int term = 1; term < SeasonalTerms.COUNT; term++) {
          double wave = object[i][term] - ring[i][term];
          ofYear += 0.5 * wave * wave;
        }
        squares += ofYear / (sigma[i] * sigma[i]);
      }
    }
    return rootMean(squares);
  }

  /**
   * How far what is seen lies from every day of the object's own year, in sigmas, root mean square
   * over the bands; at most its distance from the day itself.
   *
   * @param day days since 1 January 1970
   * @param delta how much more than expected for the day the object changed than its ring, per band
   */
  double novelty(double day, double[] delta) {
    double[] now = SeasonalTerms.of(day);
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < DAYS_TRIED; step++) {
      double[] other = SeasonalTerms.of(day + step * SeasonalTerms.DAYS_A_YEAR / DAYS_TRIED);
      double squares = 0;
      for (int i = 0; i < bands.length; i++) {
        if (isKnown(i)) {
          double distance = delta[i];
          for (int term = 0; term < SeasonalTerms.COUNT; term++) {
            distance += object[i][term] * (now[term] - other[term]);
          }
          squares += distance * distance / (sigma[i] * sigma[i]);
        }
      }
      least = Math.min(least, squares);
    }
    return rootMean(least);
  }

  private boolean isKnown(int i) {
    return object[i] != null && sigma[i] > 0 && Double.isFinite(object[i][0] + ring[i][0]);
  }

  private double rootMean(double squares) {
    long known = IntStream.range(0, bands.length).filter(this::isKnown).count();
    return known == 0 ? 0 : Math.sqrt(squares / known);
  }

  private static double[] medians(float[][] beta, int[] pixels) {
    return Arrays.stream(beta).mapToDouble(plane -> median(plane, pixels)).toArray();
  }

  private static double median(float[] plane, int[] pixels) {
    double[] values =
        IntStream.of(pixels).mapToDouble(p -> plane[p]).filter(v -> !Double.isNaN(v)).toArray();
    return Median.of(values, values.length);
  }
}
