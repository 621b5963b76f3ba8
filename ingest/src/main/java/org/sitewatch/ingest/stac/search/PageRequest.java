package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.WebAddress;

/**
 * One request of a search: the first, or the one that a {@code next} link describes by method,
 * body, headers and merge (STAC API 1.0, item search, pagination).
 *
 * @param body of a POST; a GET has none
 * @param headers that a link asks to be sent
 */
record PageRequest(WebAddress address, Optional<ObjectNode> body, Map<String, String> headers) {
  /** Headers that a link does not decide on. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "upgrade",
          "range",
          "accept-encoding",
          "transfer-encoding",
          "user-agent");

  static PageRequest get(WebAddress address) {
    return new PageRequest(address, Optional.empty(), Map.of());
  }

  static PageRequest post(WebAddress address, ObjectNode body) {
    return new PageRequest(address, Optional.of(body), Map.of());
  }

  /**
   * The request for the page after this one.
   *
   * @param from where the page came from
   * @throws org.sitewatch.sites.UserException if its link leads to another server
   */
  Optional<PageRequest> next(JsonNode page, WebAddress from) {
    for (JsonNode link : page.path("links")) {
      if (link.path("rel").asText("").equals("next")) {
        return Optional.of(follow(link, from));
      }
    }
    return Optional.empty();
  }

  private PageRequest follow(JsonNode link, WebAddress from) {
    WebAddress target = sameServer(from, link.path("href").asText(""), "its link to the next page");
    boolean merge = link.path("merge").asBoolean(false);
    var sent = new TreeMap<>(merge ? headers : Map.<String, String>of());
    for (var header : link.path("headers").properties()) {
      String name = header.getKey().toLowerCase(Locale.ROOT);
      String value = header.getValue().asText("");
      if (name.matches("[a-z0-9-]{1,60}") && !OURS.contains(name) && value.matches("[ -~]*")) {
        sent.put(name, value);
      }
    }
    if (!link.path("method").asText("GET").toUpperCase(Locale.ROOT).equals("POST")) {
      return new PageRequest(target, Optional.empty(), sent);
    }
    ObjectNode next = JsonNodeFactory.instance.objectNode();
    if (merge) {
      body.ifPresent(next::setAll);
    }
    if (link.path("body") instanceof ObjectNode changed) {
      next.setAll(changed);
    }
    return new PageRequest(target, Optional.of(next), sent);
  }

  /**
   * What a link of an answer leads to. Servers behind a proxy may not know that they are reached by
   * https; another server than the one that was asked is not followed.
   */
  static WebAddress sameServer(WebAddress from, String href, String what) {
    try {
      Location target = from.resolve(href);
      if (target instanceof WebAddress address
          && from.uri().getHost().equalsIgnoreCase(address.uri().getHost())) {
        boolean forgotTls = from.isSecure() && !address.isSecure() && address.uri().getPort() < 0;
        return forgotTls
            ? (WebAddress) Location.of("https" + address.uri().toString().substring(4))
            : address;
      }
    } catch (IllegalArgumentException broken) {
      throw ApiDoor.refusal(from + ": " + what + " is no address: " + broken.getMessage(), broken);
    }
    throw ApiDoor.refusal(
        from + ": " + what + " leads to another server; it is not followed", null);
  }
}
