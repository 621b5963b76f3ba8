package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sitewatch.detect.plant.DetectionFloor;
import org.sitewatch.detect.plant.FloorSentence;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.detect.plant.SensorFloors;
import org.sitewatch.detect.plant.SizeShare;

/** The detection floors of a site as a file; documented in detection-floor.md. */
public final class SimulationJson {
  /** Raised when an older program could no longer read what is written. */
  static final int SCHEMA = 2;

  private SimulationJson() {}

  /**
   * @param source where the text comes from, named in the refusal
   * @throws org.sitewatch.sites.UserException if it is not what {@link #write} gives
   */
  public static KeptFloors read(String text, String source) {
    return SimulationReader.read(CanonicalJson.read(text, source));
  }

  public static String write(KeptFloors kept) {
    ObjectNode root = CanonicalJson.object();
    root.put("schema", SCHEMA).put("site_id", kept.site().siteId());
    ObjectNode told = root.putObject("settings");
    kept.settings().forEach(told::put);
    ArrayNode sensors = root.putArray("sensors");
    kept.site().sensors().forEach(sensor -> sensors.add(sensor(sensor)));
    return CanonicalJson.write(root);
  }

  private static ObjectNode sensor(SensorFloors sensor) {
    ObjectNode node = CanonicalJson.object().put("series", sensor.series());
    if (sensor instanceof SensorFloors.NotSupported not) {
      return node.put("state", "not_supported").put("reason", not.reason());
    }
    if (sensor instanceof SensorFloors.Failed failed) {
      return node.put("state", "failed").put("reason", failed.reason());
    }
    var simulated = (SensorFloors.Simulated) sensor;
    var effort = simulated.effort();
    node.put("state", "simulated")
        .put("sentence", FloorSentence.of(simulated.floors()))
        .put("basis_sha256", effort.basis())
        .put("history", effort.history().label())
        .put("from", effort.from().toString())
        .put("until", effort.until().toString())
        .put("looks", effort.looks())
        .put("runs", effort.runs())
        .put("plantings", effort.plantings())
        .put("stray_alerts", effort.strayAlerts());
    node.putObject("model")
        .put("learnt_on", effort.model().model().map(Object::toString).orElse(null))
        .put("basis_sha256", effort.model().sha256());
    ArrayNode floors = node.putArray("floors");
    simulated.floors().forEach(floor -> floors.add(floor(floor)));
    return node;
  }

  private static ObjectNode floor(DetectionFloor floor) {
    ObjectNode node = CanonicalJson.object().put("kind", floor.kind().label());
    node.set("strength", CanonicalJson.number(floor.strength(), 2));
    floor
        .floor_m2()
        .ifPresentOrElse(area -> node.put("floor_m2", area), () -> node.putNull("floor_m2"));
    node.set("median_clear_looks", CanonicalJson.number(floor.medianLooks(), 0));
    node.put("sentence", FloorSentence.of(floor));
    ArrayNode sizes = node.putArray("sizes");
    floor.sizes().forEach(size -> sizes.add(size(size)));
    return node;
  }

  private static ObjectNode size(SizeShare size) {
    ObjectNode node = CanonicalJson.object();
    node.put("area_m2", size.area_m2()).put("planted", size.planted()).put("seen", size.seen());
    node.set("share", CanonicalJson.number(size.share(), 4));
    node.set("median_clear_looks", CanonicalJson.number(size.medianLooks(), 0));
    return node;
  }
}
