package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;
import org.sitewatch.detect.segment.PixelSet;

/**
 * Pixels that a finished disturbance held: their values from its first look to its end never enter
 * a baseline.
 */
public record FrozenPatch(PixelSet pixels, LocalDate from, LocalDate until)
    implements Serializable {

  boolean covers(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }
}
