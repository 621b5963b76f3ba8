package org.sitewatch.detect.plant;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.sitewatch.detect.History;
import org.sitewatch.detect.ModelBasis;

/** What would be seen at a site by one sensor. */
public sealed interface SensorFloors extends Serializable {

  /** What compares with each other: the id of the sensor, with its bands where it has no own. */
  String series();

  /**
   * @param effort how it was found out
   * @param floors one a kind and strength
   */
  record Simulated(String series, Effort effort, List<DetectionFloor> floors)
      implements SensorFloors {
    public Simulated {
      floors = List.copyOf(floors);
    }
  }

  /**
   * @param basis hash of all that the answer hangs on but the plantings: settings, outline, looks
   * @param model that judged the looks
   * @param history the rung it was judged on: pair, short or long
   * @param from first look that shows planted ground
   * @param until last look that does
   * @param looks judged from the first to the last
   * @param runs over these looks, each with as many plantings as their distance allows
   * @param plantings in all runs
   * @param strayAlerts raised in these runs away from everything planted, and not without it
   */
  record Effort(
      String basis,
      ModelBasis model,
      History history,
      LocalDate from,
      LocalDate until,
      int looks,
      int runs,
      int plantings,
      int strayAlerts)
      implements Serializable {}

  /**
   * @param reason one sentence
   */
  record NotSupported(String series, String reason) implements SensorFloors {}

  /**
   * @param reason one sentence
   */
  record Failed(String series, String reason) implements SensorFloors {}
}
