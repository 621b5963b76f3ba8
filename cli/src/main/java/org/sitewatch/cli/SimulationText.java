package org.sitewatch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sitewatch.detect.plant.DetectionFloor;
import org.sitewatch.detect.plant.FloorSentence;
import org.sitewatch.detect.plant.SensorFloors;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.detect.plant.SizeShare;

/** Detection floors as lines for people. */
final class SimulationText {

  private SimulationText() {}

  static List<String> lines(SiteFloors site) {
    var lines = new ArrayList<String>();
    for (SensorFloors sensor : site.sensors()) {
      String name = site.siteId() + " (" + sensor.series() + "): ";
      if (sensor instanceof SensorFloors.Simulated simulated) {
        lines.add(name + FloorSentence.of(simulated.floors()));
        lines.add("  " + told(simulated.effort()));
        simulated.floors().forEach(floor -> lines.add("  " + row(floor)));
      } else if (sensor instanceof SensorFloors.NotSupported not) {
        lines.add(name + "not simulated: " + not.reason());
      } else if (sensor instanceof SensorFloors.Failed failed) {
        lines.add(name + "failed: " + failed.reason());
      }
    }
    if (lines.isEmpty()) {
      lines.add(site.siteId() + ": not simulated: no scene meets it");
    }
    return lines;
  }

  private static String told(SensorFloors.Effort effort) {
    return "%s history; %d plantings in %d runs over %d looks from %s to %s; %d stray alerts"
        .formatted(
            effort.history().label(),
            effort.plantings(),
            effort.runs(),
            effort.looks(),
            effort.from(),
            effort.until(),
            effort.strayAlerts());
  }

  /** Seen of planted by size. */
  private static String row(DetectionFloor floor) {
    String sizes =
        floor.sizes().stream().map(SimulationText::cell).collect(Collectors.joining("  "));
    String from =
        floor.floor_m2().isPresent()
            ? "from %d m², %.0f looks".formatted(floor.floor_m2().getAsInt(), floor.medianLooks())
            : "no floor";
    return "%-28s %3.0f %%  %-62s %s"
        .formatted(floor.kind().plural(), 100 * floor.strength(), sizes, from);
  }

  private static String cell(SizeShare size) {
    return "%d m² %d/%d".formatted(size.area_m2(), size.seen(), size.planted());
  }
}
