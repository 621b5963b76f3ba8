package org.sitewatch.report.rank;

import java.util.SortedMap;
import org.sitewatch.detect.Disturbance;

/**
 * How bad a disturbance is by size and strength: 1 - exp(-A_eff / 0.1 ha), A_eff = area × min(1,
 * |d| / 0.1).
 *
 * <p>|d| is the largest absolute delta, in reflectance or normalised difference: a pit whose bright
 * spoil cancels its shadow still shows in greenness. Uncalibrated images have no deltas, since
 * their numbers mean nothing against 0.1; the area then counts alone.
 */
final class Severity {
  private static final double AREA_SCALE_M2 = 1000;
  private static final double FULL_DELTA = 0.1;

  private Severity() {}

  static double of(Disturbance disturbance) {
    double area_m2 = disturbance.extent().area_m2();
    if (!(area_m2 > 0)) {
      return 0;
    }
    return -StrictMath.expm1(-area_m2 * strength(disturbance.measures().deltas()) / AREA_SCALE_M2);
  }

  private static double strength(SortedMap<String, Double> deltas) {
    double largest = Double.NaN;
    for (double delta : deltas.values()) {
      if (Double.isFinite(delta)) {
        largest = Double.isNaN(largest) ? Math.abs(delta) : Math.max(largest, Math.abs(delta));
      }
    }
    if (Double.isNaN(largest)) {
      return 1;
    }
    return Math.min(1, largest / FULL_DELTA);
  }
}
