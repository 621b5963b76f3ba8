package org.sitewatch.report.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.job.SiteResult;
import org.sitewatch.detect.json.SiteFindingsJson;

/** One site's result in a {@link WorkFolder} as JSON; its state has a file of its own. */
final class ResultJson {

  private ResultJson() {}

  static ObjectNode write(SiteResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.set("findings", SiteFindingsJson.write(result.findings()));
    result.gridKeys().forEach(node.putArray("grids")::add);
    result.lookIds().forEach(node.putArray("looks")::add);
    result.earlierNotes().forEach(node.putArray("earlier_notes")::add);
    result.notes().forEach(node.putArray("notes")::add);
    result.ledgerNotes().forEach(node.putArray("ledger_notes")::add);
    ObjectNode pixels = node.putObject("pixels");
    result.pixelHashes().forEach(pixels::put);
    ObjectNode models = node.putObject("models");
    result
        .models()
        .forEach(
            (series, model) ->
                models
                    .putObject(series)
                    .put("learnt_on", model.model().map(LocalDate::toString).orElse(""))
                    .put("basis_sha256", model.sha256()));
    return node;
  }

  static SiteResult read(JsonNode node, String where) {
    var pixels = new TreeMap<String, String>();
    node.path("pixels")
        .properties()
        .forEach(part -> pixels.put(part.getKey(), part.getValue().asText()));
    var models = new TreeMap<String, ModelBasis>();
    node.path("models")
        .properties()
        .forEach(model -> models.put(model.getKey(), model(model.getValue())));
    return new SiteResult(
        SiteFindingsJson.read(node.path("findings"), where),
        "",
        words(node.path("grids")),
        words(node.path("looks")),
        words(node.path("earlier_notes")),
        words(node.path("notes")),
        words(node.path("ledger_notes")),
        pixels,
        models);
  }

  private static ModelBasis model(JsonNode model) {
    String learntOn = model.path("learnt_on").asText();
    return new ModelBasis(
        learntOn.isEmpty() ? null : LocalDate.parse(learntOn), model.path("basis_sha256").asText());
  }

  private static List<String> words(JsonNode array) {
    var words = new ArrayList<String>();
    array.forEach(word -> words.add(word.asText()));
    return words;
  }
}
