package org.sitewatch.detect;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured on a disturbance.
 *
 * @param peakAnomaly largest evidence L = -log10 p of a pixel
 * @param meanAnomaly mean evidence L of its pixels
 * @param deltas change against the baseline by name (ndvi, brightness, …), in the units of the
 *     stack
 * @param control what the ground around the site did
 * @param registrationShift_px length of the measured shift of the newest look, NaN if not measured
 * @param looksClear valid looks since the first with it, that one included
 * @param looksDisturbed of these, the looks that show it
 */
public record Measures(
    double peakAnomaly,
    double meanAnomaly,
    SortedMap<String, Double> deltas,
    Control control,
    double registrationShift_px,
    int looksClear,
    int looksDisturbed)
    implements Serializable {

  public Measures {
    deltas = Collections.unmodifiableSortedMap(new TreeMap<>(deltas));
  }
}
