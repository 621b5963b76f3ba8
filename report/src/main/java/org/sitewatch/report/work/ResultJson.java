package org.sitewatch.report.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.detect.json.SiteFindingsJson;

/** One site's result in a {@link WorkFolder} as JSON. */
final class ResultJson {

  private ResultJson() {}

  static ObjectNode write(SiteResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("findings", SiteFindingsJson.write(result.findings()));
    node.put("state", result.stateJson());
    result.gridKeys().forEach(node.putArray("grids")::add);
    result.lookIds().forEach(node.putArray("looks")::add);
    result.notes().forEach(node.putArray("notes")::add);
    result.notesOfPeriod().forEach(node.putArray("notes_of_period")::add);
    ObjectNode pixels = node.putObject("pixels");
    result.pixelHashes().forEach(pixels::put);
    return node;
  }

  static SiteResult read(JsonNode node, String where) {
    var pixels = new TreeMap<String, String>();
    node.path("pixels")
        .properties()
        .forEach(part -> pixels.put(part.getKey(), part.getValue().asText()));
    return new SiteResult(
        SiteFindingsJson.read(node.path("findings"), where),
        node.path("state").asText(),
        words(node.path("grids")),
        words(node.path("looks")),
        words(node.path("notes")),
        words(node.path("notes_of_period")),
        pixels);
  }

  private static List<String> words(JsonNode array) {
    var words = new ArrayList<String>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }
}
