package org.sitewatch.detect;

import java.io.Serializable;

/**
 * What the ground around the site did when a disturbance was raised.
 *
 * @param delta mean evidence L of the ring, NaN where there is no ring to compare with
 * @param regional whether the ring shares the change
 */
public record Control(double delta, boolean regional) implements Serializable {
  /** No ring to compare with. */
  public static final Control NONE = new Control(Double.NaN, false);

  /** Whether there is a ring to compare with. */
  public boolean exists() {
    return !Double.isNaN(delta);
  }
}
