package org.sitewatch.detect.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.segment.Hysteresis;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.sites.PixelGrid;

/**
 * How many new objects a year a site raises at each threshold while nothing is known to happen: the
 * raw material of the false-alarm budget (S15 of docs/detectors/pipeline.md).
 */
public final class ObjectRate {
  /** Thresholds of L, each a tenth above the one before. */
  public static final double[] THRESHOLDS = thresholds();

  private static final double LOWEST = 3;
  private static final double STEP = 1.1;
  private static final int COUNT = 46;
  private static final double DAYS_OF_YEAR = 365.25;

  /** An object touching one that was there within so many days is the same. */
  private static final double MEMORY_DAYS = 60;

  private static final int TOLERANCE_PX = 2;
  private final int width;
  private final int height;
  private final boolean[] inside;
  private final int minPixels;
  private final double growShare;

  /**
   * @param inside pixels of the zones
   * @param growShare an object grows to this share of its threshold
   */
  public ObjectRate(PixelGrid grid, boolean[] inside, int minPixels, double growShare) {
    this.width = grid.width();
    this.height = grid.height();
    this.inside = inside.clone();
    this.minPixels = minPixels;
    this.growShare = growShare;
  }

  /**
   * New objects a year for each of {@link #THRESHOLDS}.
   *
   * @param evidence L of each look, oldest first
   * @param days of the looks
   * @param years the looks stand for
   */
  public double[] of(List<float[]> evidence, double[] days, double years) {
    var rate = new double[THRESHOLDS.length];
    for (int i = 0; i < rate.length; i++) {
      rate[i] = count(evidence, days, THRESHOLDS[i]) / years;
    }
    return rate;
  }

  private int count(List<float[]> evidence, double[] days, double threshold) {
    var last = new double[inside.length];
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
    var recent = new boolean[inside.length];
    var near = new boolean[inside.length];
    int count = 0;
    for (int look = 0; look < days.length; look++) {
      if (!reaches(evidence.get(look), threshold)) {
        continue;
      }
      for (int pixel = 0; pixel < last.length; pixel++) {
        recent[pixel] = days[look] - last[pixel] <= MEMORY_DAYS;
      }
      MaskDilation.dilate(recent, width, height, TOLERANCE_PX, near);
      for (PixelSet object : objects(evidence.get(look), threshold)) {
        count += object.stream().noneMatch(pixel -> near[pixel]) ? 1 : 0;
        double day = days[look];
        object.stream().forEach(pixel -> last[pixel] = day);
      }
    }
    return count;
  }

  private List<PixelSet> objects(float[] evidence, double threshold) {
    var objects = new ArrayList<PixelSet>();
    for (PixelSet region :
        Hysteresis.regions(evidence, width, height, threshold, growShare * threshold, minPixels)) {
      if (region.count(pixel -> inside[pixel]) >= minPixels) {
        objects.add(region);
      }
    }
    return objects;
  }

  private static boolean reaches(float[] evidence, double threshold) {
    for (float value : evidence) {
      if (value >= threshold) {
        return true;
      }
    }
    return false;
  }

  private static double[] thresholds() {
    var thresholds = new double[COUNT];
    double next = LOWEST;
    for (int i = 0; i < COUNT; i++) {
      thresholds[i] = next;
      next *= STEP;
    }
    return thresholds;
  }
}
