package org.sitewatch.detect;

import java.io.Serializable;
import java.util.List;

/**
 * What the looks at a live disturbance add up to.
 *
 * @param cleanInRow valid looks without it since the last one with it
 * @param apartInRow valid looks in a row that show it in parts, the ground between them clean
 * @param evidenceSum sum over its valid looks of the mean evidence L of its pixels; a clean look
 *     adds 0
 * @param sensors that saw it disturbed, sorted
 */
public record Belief(int cleanInRow, int apartInRow, double evidenceSum, List<String> sensors)
    implements Serializable {

  public Belief {
    sensors = sensors.stream().sorted().distinct().toList();
  }
}
