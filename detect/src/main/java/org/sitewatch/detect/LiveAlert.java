package org.sitewatch.detect;

import java.io.Serializable;
import java.util.List;
import org.sitewatch.detect.segment.PixelSet;

/**
 * A disturbance that has not finished, with what the next look needs to go on from there.
 *
 * @param pixels on the grid of the state
 * @param direction component-wise median over its pixels of the anomaly at the look that raised it,
 *     one number a band, in units of noise
 * @param belief the counts behind its status
 */
public record LiveAlert(
    String id,
    PixelSet pixels,
    List<Double> direction,
    Timeline timeline,
    Measures measures,
    Alert alert,
    Belief belief)
    implements Serializable {

  public LiveAlert {
    direction = List.copyOf(direction);
  }
}
