package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.sitewatch.ingest.source.WebAddress;

/**
 * An item that can stand in another document: hrefs of its assets that are relative to where it
 * came from are made absolute. Of its links only the one to itself is kept.
 */
final class AbsoluteHrefs {
  private static final Pattern ABSOLUTE = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");

  private AbsoluteHrefs() {}

  static ObjectNode of(ObjectNode item, WebAddress from) {
    ObjectNode whole = item.deepCopy();
    WebAddress self = self(whole, from);
    for (Map.Entry<String, JsonNode> asset : whole.path("assets").properties()) {
      String href = asset.getValue().path("href").asText("");
      if (asset.getValue() instanceof ObjectNode node && !ABSOLUTE.matcher(href).matches()) {
        node.put("href", resolved(self, href).uri().toString());
      }
    }
    whole.putArray("links").addObject().put("rel", "self").put("href", self.toString());
    return whole;
  }

  private static WebAddress self(ObjectNode item, WebAddress from) {
    for (JsonNode link : item.path("links")) {
      if (link.path("rel").asText("").equals("self")) {
        return resolved(from, link.path("href").asText(""));
      }
    }
    return from;
  }

  /** What cannot be resolved is left to whoever opens it. */
  private static WebAddress resolved(WebAddress base, String href) {
    try {
      return base.resolve(href) instanceof WebAddress address ? address : base;
    } catch (IllegalArgumentException unread) {
      return base;
    }
  }
}
