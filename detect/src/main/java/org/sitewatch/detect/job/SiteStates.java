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
import org.sitewatch.detect.json.TrialCountsJson;
import org.sitewatch.detect.score.TrialCounts;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;

/** The states of one site, one a series: the file {@code state/RUN/SITE.json}. */
public final class SiteStates {
  private static final int SCHEMA = 5;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String siteId;
  private final Map<String, Entry> bySeries = new TreeMap<>();

  SiteStates(String siteId) {
    this.siteId = siteId;
  }

  String siteId() {
    return siteId;
  }

  /**
   * @param basisSha256 of what it was made from, see {@link StateBasis}
   * @param counts what the site hands to its class on the next refit day
   */
  record Entry(AlertState state, String basisSha256, TrialCounts counts) {}

  /** The name of a site's file. */
  public static String fileName(String siteId) {
    return Tile.siteKey(siteId) + ".json";
  }

  void put(String series, Entry entry) {
    bySeries.put(series, entry);
  }

  /** What the site hands to its class, by series. */
  Map<String, TrialCounts> counts() {
    var counts = new TreeMap<String, TrialCounts>();
    bySeries.forEach((series, entry) -> counts.put(series, entry.counts()));
    return counts;
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

  String toJson() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("site", siteId);
    ObjectNode sensors = root.putObject("series");
    bySeries.forEach(
        (sensor, entry) -> {
          ObjectNode node = sensors.putObject(sensor);
          node.put("basis_sha256", entry.basisSha256());
          node.set("counts", TrialCountsJson.write(entry.counts()));
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
        return new SiteStates(""); // of an older program: derived again from the looks
      }
      if (root.path("schema").asInt() != SCHEMA) {
        throw broken(
            where, "schema " + root.path("schema").asText() + ", expected " + SCHEMA, null);
      }
      var states = new SiteStates(root.path("site").asText());
      for (Map.Entry<String, JsonNode> sensor : root.path("series").properties()) {
        states.put(
            sensor.getKey(),
            new Entry(
                AlertStateJson.read(sensor.getValue().path("state"), where),
                sensor.getValue().path("basis_sha256").asText(),
                TrialCountsJson.read(sensor.getValue().path("counts"), where)));
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
