package org.sitewatch.detect;

import java.io.Serializable;
import org.sitewatch.detect.segment.PixelSet;

/**
 * A disturbance that has not finished, with what the next look needs to go on from there.
 *
 * @param pixels on the grid of the state
 * @param direction component-wise median over its pixels of the anomaly at the looks that raised it
 * @param belief the counts behind its status
 */
public record LiveAlert(
    String id,
    PixelSet pixels,
    Direction direction,
    Timeline timeline,
    Measures measures,
    Alert alert,
    Belief belief)
    implements Serializable {

  LiveAlert withPixels(PixelSet next) {
    return new LiveAlert(id, next, direction, timeline, measures, alert, belief);
  }

  LiveAlert withAlert(Alert next) {
    return new LiveAlert(id, pixels, direction, timeline, measures, next, belief);
  }

  LiveAlert withBelief(Belief next) {
    return new LiveAlert(id, pixels, direction, timeline, measures, alert, next);
  }
}
