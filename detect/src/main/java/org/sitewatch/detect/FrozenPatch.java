package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Pixels that a disturbance held and holds no more: their values from its first look to its end
 * never enter a baseline.
 *
 * @param id of the disturbance
 */
public record FrozenPatch(String id, PixelSet pixels, LocalDate from, LocalDate until)
    implements Serializable {

  boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }

  FrozenPatch withPixels(PixelSet others) {
    return new FrozenPatch(id, others, from, until);
  }

  FrozenPatch withId(String other) {
    return new FrozenPatch(other, pixels, from, until);
  }
}
