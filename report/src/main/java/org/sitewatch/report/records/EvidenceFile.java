package org.sitewatch.report.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;

/** {@link Evidence} as a file beside its pictures. */
public final class EvidenceFile {
  /** The folder of a run that holds pictures and these files. */
  public static final String FOLDER = "chips";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int DEGREE_DECIMALS = 7;
  private static final int DECIMALS = 4;

  private EvidenceFile() {}

  /** The path in the run of a picture, or of the file itself with the ending {@code .json}. */
  public static String path(String disturbanceId, String ending) {
    return FOLDER + "/" + Tile.siteKey(disturbanceId) + ending;
  }

  /** As the bytes of a file, the same for the same evidence. */
  public static byte[] bytes(Evidence evidence) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode pictures = root.putObject("pictures");
    evidence.pictures().forEach(pictures::put);
    Evidence.Frame frame = evidence.frame();
    ObjectNode place = root.putObject("frame");
    ArrayNode corners = place.putArray("corners");
    for (double[] corner : frame.corners()) {
      put(corners.addArray(), corner[0]);
      put((ArrayNode) corners.get(corners.size() - 1), corner[1]);
    }
    place.put("width_px", frame.width_px()).put("height_px", frame.height_px());
    put(place, "ground_m_per_px", frame.ground_m_per_px());
    place.put("epsg", frame.epsg());
    put(root.putObject("before"), evidence.before());
    put(root.putObject("after"), evidence.after());
    ArrayNode looks = root.putArray("looks");
    for (Evidence.LookPoint look : evidence.looks()) {
      ObjectNode node = looks.addObject();
      node.put("utc", look.utc().toString()).put("scene", look.sceneId());
      node.put("state", look.state());
      put(node, "clear_share", look.clearShare());
      put(node, "ndvi", look.ndvi());
      put(node, "brightness", look.brightness());
      put(node, "ring_ndvi", look.ringNdvi());
      put(node, "ring_brightness", look.ringBrightness());
    }
    return (root + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The evidence a run keeps of a disturbance.
   *
   * @throws UserException with {@link ExitCode#INTEGRITY} if there is a file and it is broken
   */
  static Optional<Evidence> find(Path run, String disturbanceId) {
    Path file = run.resolve(path(disturbanceId, ".json"));
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(MAPPER.readTree(Files.readAllBytes(file))));
    } catch (IOException | DateTimeException broken) {
      throw new UserException(
          ExitCode.INTEGRITY, file + ": cannot be read: " + broken.getMessage(), broken);
    }
  }

  private static Evidence read(JsonNode root) {
    var pictures = new TreeMap<String, String>();
    root.path("pictures")
        .properties()
        .forEach(one -> pictures.put(one.getKey(), one.getValue().asText()));
    var looks = new ArrayList<Evidence.LookPoint>();
    for (JsonNode look : root.path("looks")) {
      looks.add(
          new Evidence.LookPoint(
              Instant.parse(look.path("utc").asText()),
              look.path("scene").asText(),
              look.path("state").asText(),
              number(look, "clear_share"),
              number(look, "ndvi"),
              number(look, "brightness"),
              number(look, "ring_ndvi"),
              number(look, "ring_brightness")));
    }
    return new Evidence(
        pictures,
        frame(root.path("frame")),
        shown(root.path("before")),
        shown(root.path("after")),
        looks);
  }

  private static Evidence.Frame frame(JsonNode node) {
    JsonNode corners = node.path("corners");
    double[][] places = new double[corners.size()][];
    for (int i = 0; i < places.length; i++) {
      places[i] =
          new double[] {corners.get(i).path(0).asDouble(), corners.get(i).path(1).asDouble()};
    }
    return new Evidence.Frame(
        places,
        node.path("width_px").asInt(),
        node.path("height_px").asInt(),
        number(node, "ground_m_per_px"),
        node.path("epsg").asInt());
  }

  private static Evidence.Shown shown(JsonNode node) {
    String utc = node.path("utc").asText();
    return new Evidence.Shown(
        node.path("scene").asText(), utc.isEmpty() ? Instant.EPOCH : Instant.parse(utc));
  }

  private static void put(ObjectNode node, Evidence.Shown shown) {
    node.put("scene", shown.sceneId());
    node.put("utc", shown.sceneId().isEmpty() ? "" : shown.utc().toString());
  }

  private static void put(ArrayNode array, double degrees) {
    array.add(new BigDecimal(FixedDecimals.of(degrees, DEGREE_DECIMALS)));
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, new BigDecimal(FixedDecimals.of(value, DECIMALS)));
    } else {
      node.putNull(name);
    }
  }

  private static double number(JsonNode node, String name) {
    return node.path(name).isNumber() ? node.path(name).asDouble() : Double.NaN;
  }
}
