package org.sitewatch.detect.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.segment.PixelSet;

/**
 * False alarms a year at thresholds of the probability: λ(p) = (own + 2 class) / 3. Own are the new
 * objects a site raised in a year nothing is known of, class those of the sites the trees were
 * trained on, each scored by trees that had not seen it.
 */
public final class ProbabilityRate {
  /** Thresholds of p. */
  public static final int COUNT = 49;

  private static final double STEP = 0.02;
  private static final double CLASS_WEIGHT = 2;
  private static final double MEMORY_DAYS = 60;
  private static final int TOLERANCE_PX = 2;

  private final double[] rates;
  private final List<Integer> own;
  private final ClassRate ofClass;

  /**
   * @param own objects of the trial year at each threshold; none if there was no such year: then
   *     the class alone tells
   * @param ofClass the same of comparable sites
   */
  public ProbabilityRate(List<Integer> own, ClassRate ofClass) {
    this.own = List.copyOf(own);
    this.ofClass = ofClass;
    rates = new double[COUNT];
    for (int i = COUNT - 1; i >= 0; i--) {
      double of = ofClass.perYear(i);
      double mixed = own.isEmpty() ? of : (own.get(i) + CLASS_WEIGHT * of) / (1 + CLASS_WEIGHT);
      rates[i] = i == COUNT - 1 ? mixed : Math.max(mixed, rates[i + 1]);
    }
  }

  /** 0.02, 0.04, … 0.98. */
  public static double threshold(int index) {
    return STEP * (index + 1);
  }

  /** False alarms a year at one of the thresholds. */
  public double at(double threshold) {
    return rates[index(threshold)];
  }

  /** What the site itself raised at one of the thresholds in its trial year, NaN without one. */
  public double ownAt(double threshold) {
    return own.isEmpty() ? Double.NaN : own.get(index(threshold));
  }

  /** What comparable sites raise at one of the thresholds. */
  public double classAt(double threshold) {
    return ofClass.perYear(index(threshold));
  }

  private static int index(double threshold) {
    return (int) Math.round(threshold / STEP) - 1;
  }

  /** The smallest threshold that holds a budget; the largest if none does. */
  public double thresholdFor(double budgetPerYear) {
    for (int i = 0; i < COUNT; i++) {
      if (rates[i] <= budgetPerYear) {
        return threshold(i);
      }
    }
    return threshold(COUNT - 1);
  }

  /** An object of one look with its probability. */
  public record Scored(double day, PixelSet pixels, double probability) {}

  /**
   * New objects at each threshold; one that touches, within 2 pixels, what reached the threshold in
   * the last 60 days is the same.
   *
   * @param objects in order of time
   */
  public static List<Integer> count(List<Scored> objects, int width, int height) {
    var counts = new ArrayList<Integer>();
    for (int i = 0; i < COUNT; i++) {
      double least = threshold(i);
      counts.add(
          raised(objects.stream().filter(o -> o.probability() >= least).toList(), width, height));
    }
    return counts;
  }

  private static int raised(List<Scored> objects, int width, int height) {
    var last = new double[width * height];
    Arrays.fill(last, Double.NEGATIVE_INFINITY);
    var recent = new boolean[last.length];
    var near = new boolean[last.length];
    int count = 0;
    int next = 0;
    while (next < objects.size()) {
      double day = objects.get(next).day();
      for (int pixel = 0; pixel < last.length; pixel++) {
        recent[pixel] = day - last[pixel] <= MEMORY_DAYS;
      }
      MaskDilation.dilate(recent, width, height, TOLERANCE_PX, near);
      for (; next < objects.size() && objects.get(next).day() == day; next++) {
        PixelSet pixels = objects.get(next).pixels();
        count += pixels.stream().noneMatch(pixel -> near[pixel]) ? 1 : 0;
        pixels.stream().forEach(pixel -> last[pixel] = day);
      }
    }
    return count;
  }
}
