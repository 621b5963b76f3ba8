package org.sitewatch.report.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeMap;
import org.sitewatch.detect.Period;
import org.sitewatch.report.json.PoolsJson;
import org.sitewatch.report.ledger.RegistryFailure;

/** The header of a {@link WorkFolder} as JSON. */
final class HeaderJson {

  private HeaderJson() {}

  static ObjectNode write(WorkFolder.Header header) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("run", header.runId());
    node.put("since", header.period().since().toString());
    node.put("until", header.period().until().toString());
    node.set("pools", PoolsJson.write(header.pools()));
    node.put("registry", header.registryVersion());
    ObjectNode settings = node.putObject("settings");
    header.settings().forEach(settings::put);
    ObjectNode scenes = node.putObject("scenes");
    header.scenes().forEach(scenes::put);
    var unusable = node.putArray("unusable");
    for (RegistryFailure failure : header.unusable()) {
      unusable
          .addObject()
          .put("site", failure.siteId())
          .put("name", failure.name())
          .put("reason", failure.reason());
    }
    return node;
  }

  static WorkFolder.Header read(JsonNode node) {
    var unusable = new ArrayList<RegistryFailure>();
    for (JsonNode failure : node.path("unusable")) {
      unusable.add(
          new RegistryFailure(
              failure.path("site").asText(),
              failure.path("name").asText(),
              failure.path("reason").asText()));
    }
    return new WorkFolder.Header(
        node.path("run").asText(),
        new Period(
            LocalDate.parse(node.path("since").asText()),
            LocalDate.parse(node.path("until").asText())),
        words(node.path("settings")),
        PoolsJson.read(node.path("pools")),
        node.path("registry").asText(),
        words(node.path("scenes")),
        unusable);
  }

  private static TreeMap<String, String> words(JsonNode object) {
    var words = new TreeMap<String, String>();
    object.properties().forEach(word -> words.put(word.getKey(), word.getValue().asText()));
    return words;
  }
}
