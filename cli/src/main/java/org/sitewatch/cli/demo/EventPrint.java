package org.sitewatch.cli.demo;

import java.util.List;

/** An event with its layers rasterised onto the frame, in the order of the layers. */
record EventPrint(Event event, List<Coverage> coverages) {
  private static final int POINTS_A_PIXEL = 8;

  static EventPrint of(Event event, Frame frame) {
    return new EventPrint(
        event,
        event.layers().stream()
            .map(layer -> Coverage.of(layer.area(), frame, POINTS_A_PIXEL))
            .toList());
  }
}
