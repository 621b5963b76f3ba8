package org.sitewatch.report.floor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.History;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.plant.DetectionFloor;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.detect.plant.SensorFloors;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.detect.plant.SizeShare;

/** Floors as simulate keeps them: clearings are seen from one size on, nothing else is. */
final class TestFloors {
  static final LocalDate UNTIL = LocalDate.of(2024, 5, 12);
  static final ModelBasis MODEL = model("2024-01-01", "a");
  static final SortedMap<String, String> SETTINGS =
      new TreeMap<>(Map.of("alert_budget_per_site_year", "1.000000", "min_pixels", "2"));

  private TestFloors() {}

  static ModelBasis model(String learntOn, String digit) {
    return new ModelBasis(learntOn.isEmpty() ? null : LocalDate.parse(learntOn), digit.repeat(64));
  }

  static SortedMap<String, ModelBasis> models(ModelBasis model) {
    return new TreeMap<>(Map.of("s2", model));
  }

  static SensorFloors simulated(String series, ModelBasis model, int clearingsFrom_m2) {
    var floors = new ArrayList<DetectionFloor>();
    for (PlantKind kind : PlantKind.values()) {
      List<SizeShare> sizes =
          kind.sizes_m2().stream().map(area -> new SizeShare(area, 8, 4, 2)).toList();
      boolean seen = kind == PlantKind.CLEARING;
      floors.add(
          new DetectionFloor(kind, 1, sizes, seen ? clearingsFrom_m2 : 0, seen ? 3 : Double.NaN));
    }
    var effort =
        new SensorFloors.Effort(
            "b".repeat(64), model, History.LONG, UNTIL.minusDays(70), UNTIL, 15, 12, 480, 0);
    return new SensorFloors.Simulated(series, effort, floors);
  }

  static KeptFloors kept(SensorFloors... sensors) {
    return new KeptFloors(new SiteFloors("khar", List.of(sensors)), SETTINGS);
  }

  static SiteFloor told(
      KeptFloors kept, SortedMap<String, String> settings, SortedMap<String, ModelBasis> models) {
    var file = new FloorFile("simulations/x/khar.json", "c".repeat(64), kept, "");
    return FloorReading.of(file, settings, models, UNTIL.plusDays(7));
  }
}
