package org.sitewatch.report.floor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.plant.SensorFloors;

/**
 * Whether a floor that was found out earlier holds for a run.
 *
 * @param settings of the run, by name
 * @param models by which the run judges the site, by series
 * @param until last day of the run
 */
record FloorCheck(
    SortedMap<String, String> settings, SortedMap<String, ModelBasis> models, LocalDate until) {
  /** Settings on which hangs what is seen. */
  private static final List<String> COMPARED =
      List.of(
          "alert_budget_per_site_year",
          "grow_evidence",
          "mask_dilation_m",
          "min_pixels",
          "object_model_sha256",
          "seed_evidence");

  private static final int SHOWN_OF_HASH = 8;

  /** What is longer is no number we wrote. */
  private static final int LONGEST_NUMBER = 32;

  /** In words, why it does not; nothing if it does. */
  List<String> differences(SensorFloors.Simulated floor, Map<String, String> then) {
    var differences = new ArrayList<String>();
    for (String name : COMPARED) {
      String before = then.getOrDefault(name, "unset");
      String now = settings.getOrDefault(name, "unset");
      if (!before.equals(now)) {
        differences.add(name + " was " + brief(before) + ", is " + brief(now));
      }
    }
    if (!differences.isEmpty()) {
      return differences; // they stand in the basis of the model as well
    }
    ModelBasis its = floor.effort().model();
    ModelBasis now = models.get(floor.series());
    if (now == null) {
      differences.add("the run judges no looks of " + floor.series());
    } else if (!its.model().equals(now.model())) {
      differences.add("judged by " + name(its.model()) + " then, by " + name(now.model()) + " now");
    } else if (!its.equals(now)) {
      differences.add("the outline, the grid or the looks learnt from are others now");
    } else if (its.model().isEmpty() && floor.effort().until().getYear() != until.getYear()) {
      differences.add("the history was shorter then");
    }
    return differences;
  }

  /** Series of the run that the floors say nothing of. */
  List<String> missing(List<SensorFloors> sensors) {
    var missing = new TreeMap<>(models);
    sensors.forEach(sensor -> missing.remove(sensor.series()));
    return List.copyOf(missing.keySet());
  }

  private static String name(Optional<LocalDate> model) {
    return model.map(day -> "the model of " + day).orElse("a short history");
  }

  /** A number without the zeros at its end, a hash by its first digits. */
  private static String brief(String value) {
    if (value.length() <= LONGEST_NUMBER && value.matches("-?\\d+\\.\\d+")) {
      return value.replaceFirst("\\.?0+$", "");
    }
    return value.length() > 2 * SHOWN_OF_HASH ? value.substring(0, SHOWN_OF_HASH) + "…" : value;
  }
}
