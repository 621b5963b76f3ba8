package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import org.sitewatch.ingest.stac.search.FoundScene;
import org.sitewatch.ingest.stac.search.SearchResult;
import org.sitewatch.report.TerminalText;

/** What a search brought, for people and for programs. */
final class SearchText {
  private final Log log;

  SearchText(Log log) {
    this.log = log;
  }

  void tell(SearchResult result) {
    SearchResult.Counts counts = result.counts();
    log.info(
        "search: %d items in %d pages of %d areas; %d scenes fit, %d lie beside the sites, %d are too cloudy, %d are superseded"
            .formatted(
                counts.items(),
                counts.pages(),
                counts.requests(),
                result.scenes().size(),
                counts.noSite(),
                counts.cloudy(),
                result.superseded().size()));
    if (!result.scenes().isEmpty()) {
      log.info(
          "search: from %s to %s"
              .formatted(
                  day(result.scenes().get(0)),
                  day(result.scenes().get(result.scenes().size() - 1))));
    }
    result.superseded().forEach(line -> log.info(TerminalText.of(line)));
    result.notices().forEach(line -> log.warn(TerminalText.of(line)));
    result.failures().forEach(line -> log.warn(TerminalText.of(line)));
  }

  private static String day(FoundScene scene) {
    return scene.taken().datetime().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  static ObjectNode json(SearchResult result) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("items", result.counts().items()).put("scenes", result.scenes().size());
    json.put("beside_sites", result.counts().noSite()).put("cloudy", result.counts().cloudy());
    put(json, "superseded", result.superseded());
    put(json, "notices", result.notices());
    put(json, "failures", result.failures());
    return json;
  }

  private static void put(ObjectNode json, String name, List<String> lines) {
    var array = json.putArray(name);
    lines.forEach(array::add);
  }
}
