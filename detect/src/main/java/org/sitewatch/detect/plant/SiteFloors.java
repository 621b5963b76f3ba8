package org.sitewatch.detect.plant;

import java.io.Serializable;
import java.util.List;

/**
 * What would be seen at a site.
 *
 * @param sensors one entry a series of looks
 */
public record SiteFloors(String siteId, List<SensorFloors> sensors) implements Serializable {
  public SiteFloors {
    sensors = List.copyOf(sensors);
  }

  /** Whether something could not be read, so that the answer is not whole. */
  public boolean hasFailed() {
    return sensors.stream().anyMatch(SensorFloors.Failed.class::isInstance);
  }
}
