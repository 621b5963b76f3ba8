package org.sitewatch.detect.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.LiveAlert;
import org.sitewatch.detect.json.AlertStateJson;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;

/** The states of one site, one a series: the file {@code state/RUN/SITE.json}. */
public final class SiteStates {
  private static final int SCHEMA = 4;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Entry> bySeries = new TreeMap<>();

  /**
   * @param basisSha256 of what it was made from, see {@link StateBasis}
   */
  record Entry(AlertState state, String basisSha256) {}

  /** The name of a site's file. */
  public static String fileName(String siteId) {
    return Tile.siteKey(siteId) + ".json";
  }

  void put(String series, AlertState state, String basisSha256) {
    bySeries.put(series, new Entry(state, basisSha256));
  }

  boolean isEmpty() {
    return bySeries.isEmpty();
  }

  Optional<Entry> of(String series) {
    return Optional.ofNullable(bySeries.get(series));
  }

  /** Of all disturbances in it. */
  Stream<String> ids() {
    return bySeries.values().stream().flatMap(e -> e.state().raised()).map(LiveAlert::id);
  }

  String toJson(String siteId) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("site", siteId);
    ObjectNode sensors = root.putObject("series");
    bySeries.forEach(
        (sensor, entry) -> {
          ObjectNode node = sensors.putObject(sensor);
          node.put("basis_sha256", entry.basisSha256());
          node.set("state", AlertStateJson.write(entry.state()));
        });
    return root + "\n";
  }

  /**
   * @param where what to call the text in a message
   * @throws UserException for a text that {@link #toJson} did not write
   */
  static SiteStates ofJson(String text, String where) {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root.path("schema").asInt(SCHEMA + 1) < SCHEMA) {
        return new SiteStates(); // of an older program: derived again from the looks
      }
      if (root.path("schema").asInt() != SCHEMA) {
        throw broken(
            where, "schema " + root.path("schema").asText() + ", expected " + SCHEMA, null);
      }
      var states = new SiteStates();
      for (Map.Entry<String, JsonNode> sensor : root.path("series").properties()) {
        states.put(
            sensor.getKey(),
            AlertStateJson.read(sensor.getValue().path("state"), where),
            sensor.getValue().path("basis_sha256").asText());
      }
      return states;
    } catch (JsonProcessingException e) {
      throw broken(where, "not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static UserException broken(String where, String what, Throwable cause) {
    return new UserException(ExitCode.INTEGRITY, where + ": " + what, cause);
  }
}
