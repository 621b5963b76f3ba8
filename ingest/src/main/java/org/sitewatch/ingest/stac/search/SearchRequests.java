package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.stac.FootprintJson;
import org.sitewatch.ingest.stac.search.CatalogApi.CloudFilter;
import org.sitewatch.sites.Site;

/** Puts a question into the words of a server: one request an area. */
final class SearchRequests {
  private static final int PAGE_SIZE = 100;
  private static final String CLOUD = "eo:cloud_cover";

  private SearchRequests() {}

  /**
   * @param area that the items were asked for
   */
  record Asked(PageRequest request, Geometry area) {}

  static List<Asked> of(CatalogApi api, SearchQuestion question, List<Site> sites) {
    var requests = new ArrayList<Asked>();
    if (api.post().isPresent()) {
      for (Geometry area : SearchAreas.polygons(sites)) {
        requests.add(
            new Asked(PageRequest.post(api.post().get(), body(api.cloud(), question, area)), area));
      }
    } else {
      for (Geometry area : SearchAreas.boxes(sites)) {
        requests.add(
            new Asked(PageRequest.get(address(api, question, area.getEnvelopeInternal())), area));
      }
    }
    return requests;
  }

  private static ObjectNode body(CloudFilter cloud, SearchQuestion question, Geometry area) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode collections = body.putArray("collections");
    question.collections().forEach(collections::add);
    body.put("datetime", question.datetime());
    body.set("intersects", FootprintJson.write(area));
    body.put("limit", PAGE_SIZE);
    if (question.maxCloud_percent().isPresent()) {
      double most = question.maxCloud_percent().getAsDouble();
      if (cloud == CloudFilter.QUERY) {
        body.putObject("query").putObject(CLOUD).put("lte", most);
      } else if (cloud == CloudFilter.CQL2_JSON) {
        body.put("filter-lang", "cql2-json");
        ObjectNode filter = body.putObject("filter").put("op", "<=");
        ArrayNode words = filter.putArray("args");
        words.addObject().put("property", CLOUD);
        words.add(most);
      }
    }
    return body;
  }

  private static WebAddress address(CatalogApi api, SearchQuestion question, Envelope box) {
    var words = new ArrayList<String>();
    words.add("collections=" + encoded(String.join(",", question.collections())));
    words.add("datetime=" + encoded(question.datetime()));
    words.add(
        "bbox="
            + encoded(
                String.join(
                    ",",
                    plain(box.getMinX()),
                    plain(box.getMinY()),
                    plain(box.getMaxX()),
                    plain(box.getMaxY()))));
    words.add("limit=" + PAGE_SIZE);
    if (question.maxCloud_percent().isPresent() && api.cloud() == CloudFilter.CQL2_TEXT) {
      words.add("filter-lang=cql2-text");
      words.add(
          "filter="
              + encoded("\"" + CLOUD + "\"<=" + plain(question.maxCloud_percent().getAsDouble())));
    }
    String base = api.get().orElseThrow().uri().toString();
    return (WebAddress)
        Location.of(base + (base.contains("?") ? "&" : "?") + String.join("&", words));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }
}
