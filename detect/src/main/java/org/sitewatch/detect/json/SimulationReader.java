package org.sitewatch.detect.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.sitewatch.detect.History;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.plant.DetectionFloor;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.detect.plant.SensorFloors;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.detect.plant.SizeShare;

/**
 * Reads what {@link SimulationJson} wrote and anyone may have edited. Sentences and shares are not
 * read: they are made again from the counts.
 */
final class SimulationReader {
  private static final int MOST = 1_000_000;

  private SimulationReader() {}

  static KeptFloors read(JsonFields root) {
    root.checkSchema(SimulationJson.SCHEMA);
    var settings = new TreeMap<String, String>();
    JsonFields told = root.child("settings");
    told.names().forEachRemaining(name -> settings.put(name, told.text(name)));
    List<SensorFloors> sensors = root.objects("sensors", SimulationReader::sensor);
    Set<String> series = new HashSet<>();
    for (SensorFloors sensor : sensors) {
      if (!series.add(sensor.series())) {
        throw root.refused("series '" + sensor.series() + "' comes twice");
      }
    }
    return new KeptFloors(new SiteFloors(root.text("site_id"), sensors), settings);
  }

  private static SensorFloors sensor(JsonFields sensor) {
    String series = sensor.text("series");
    String state = sensor.text("state");
    return switch (state) {
      case "not_supported" -> new SensorFloors.NotSupported(series, sensor.text("reason"));
      case "failed" -> new SensorFloors.Failed(series, sensor.text("reason"));
      case "simulated" -> new SensorFloors.Simulated(series, effort(sensor), floors(sensor));
      default -> throw sensor.refused("unknown state '" + state + "'");
    };
  }

  private static SensorFloors.Effort effort(JsonFields sensor) {
    return new SensorFloors.Effort(
        sensor.text("basis_sha256"),
        model(sensor.child("model")),
        sensor.choice("history", History.class),
        sensor.date("from"),
        sensor.date("until"),
        sensor.integer("looks", 0, MOST),
        sensor.integer("runs", 0, MOST),
        sensor.integer("plantings", 0, MOST),
        sensor.integer("stray_alerts", 0, MOST));
  }

  private static ModelBasis model(JsonFields model) {
    try {
      return new ModelBasis(
          model.isNull("learnt_on") ? null : model.date("learnt_on"), model.text("basis_sha256"));
    } catch (IllegalArgumentException wrong) {
      throw model.refused(wrong.getMessage());
    }
  }

  /** One a kind and strength, and every kind at its full contrast. */
  private static List<DetectionFloor> floors(JsonFields sensor) {
    List<DetectionFloor> floors = sensor.objects("floors", SimulationReader::floor);
    Set<String> told = new HashSet<>();
    for (DetectionFloor floor : floors) {
      if (!told.add(floor.kind() + " " + floor.strength())) {
        throw sensor.refused(floor.kind().label() + " comes twice at the same strength");
      }
    }
    for (PlantKind kind : PlantKind.values()) {
      if (!told.contains(kind + " 1.0")) {
        throw sensor.refused("floors lack " + kind.label() + " at strength 1");
      }
    }
    return floors;
  }

  private static DetectionFloor floor(JsonFields floor) {
    PlantKind kind = floor.choice("kind", PlantKind.class);
    double strength = floor.number("strength");
    if (!(strength > 0 && strength <= 1)) {
      throw floor.refused("strength must be above 0 to 1, got " + strength);
    }
    int area_m2 = floor.isNull("floor_m2") ? 0 : floor.integer("floor_m2", 1, MOST);
    try {
      return new DetectionFloor(
          kind,
          strength,
          floor.objects("sizes", SimulationReader::size),
          area_m2,
          floor.numberOrNaN("median_clear_looks"));
    } catch (IllegalArgumentException wrong) {
      throw floor.refused(wrong.getMessage());
    }
  }

  private static SizeShare size(JsonFields size) {
    int planted = size.integer("planted", 0, MOST);
    return new SizeShare(
        size.integer("area_m2", 1, MOST),
        planted,
        size.integer("seen", 0, planted),
        size.numberOrNaN("median_clear_looks"));
  }
}
