package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.sites.Quote;

/**
 * What the landing page of a STAC API says that it can do.
 *
 * @param post where item searches are posted, empty if they are not
 * @param get where item searches are asked for
 * @param collections where they are listed, empty if it does not say
 * @param cloud how to ask for scenes with few clouds
 */
record CatalogApi(
    String title,
    Optional<WebAddress> post,
    Optional<WebAddress> get,
    Optional<WebAddress> collections,
    CloudFilter cloud) {

  /** How a server can be told the most cloud wanted. */
  enum CloudFilter {
    /** {@code query} extension. */
    QUERY,
    /** {@code filter} extension, CQL2 as JSON. */
    CQL2_JSON,
    /** {@code filter} extension, CQL2 as text, for GET. */
    CQL2_TEXT,
    /** Not at all: what comes is looked through. */
    NONE
  }

  static CatalogApi open(ApiDoor door, WebAddress address) {
    ApiDoor.Answer landing = door.ask(PageRequest.get(address));
    JsonNode root = landing.root();
    String version = root.path("stac_version").asText("");
    if (version.isEmpty() && root.path("type").asText("").equals("FeatureCollection")) {
      throw ApiDoor.refusal(
          address + ": is a list of items, not the landing page of a STAC API; use 'ingest add'",
          null);
    }
    List<String> classes = conformance(root);
    checkVersion(address, version, classes);
    Optional<WebAddress> post = link(landing, "search", "POST");
    Optional<WebAddress> get = link(landing, "search", "GET");
    if (post.isEmpty() && get.isEmpty()) {
      throw ApiDoor.refusal(
          address
              + ": offers no item search (no link of relation 'search'); a static catalog is read by"
              + " 'ingest add'",
          null);
    }
    return new CatalogApi(
        root.path("title").asText(root.path("id").asText("")),
        post,
        get,
        link(landing, "data", "GET"),
        filter(classes, post.isPresent()));
  }

  /** Versions 1.0 and later are read; a search of 0.9 takes other words. */
  private static void checkVersion(WebAddress address, String version, List<String> classes) {
    boolean isOld =
        classes.stream()
            .anyMatch(word -> word.matches(".*api\\.stacspec\\.org/v0\\.[0-9]\\..*item-search.*"));
    if (!version.startsWith("1.") || isOld && classes.stream().noneMatch(CatalogApi::isSearch)) {
      throw ApiDoor.refusal(
          address + ": is not a STAC API of version 1: stac_version is '" + Quote.of(version) + "'",
          null);
    }
  }

  private static boolean isSearch(String word) {
    return word.matches(".*/v1\\.[^/]*/item-search.*");
  }

  private static List<String> conformance(JsonNode root) {
    var classes = new ArrayList<String>();
    root.path("conformsTo").forEach(word -> classes.add(word.asText("").toLowerCase(Locale.ROOT)));
    return classes;
  }

  private static CloudFilter filter(List<String> classes, boolean post) {
    boolean search = has(classes, "item-search#filter") || has(classes, "item-search#filter:");
    if (post) {
      return has(classes, "item-search#query")
          ? CloudFilter.QUERY
          : search && has(classes, "cql2-json") ? CloudFilter.CQL2_JSON : CloudFilter.NONE;
    }
    return search && has(classes, "cql2-text") ? CloudFilter.CQL2_TEXT : CloudFilter.NONE;
  }

  private static boolean has(List<String> classes, String word) {
    return classes.stream().anyMatch(name -> name.contains(word));
  }

  /** A link without a method is for GET. */
  private static Optional<WebAddress> link(ApiDoor.Answer landing, String relation, String method) {
    for (JsonNode link : landing.root().path("links")) {
      if (link.path("rel").asText("").equals(relation)
          && link.path("method").asText("GET").equalsIgnoreCase(method)) {
        return Optional.of(
            PageRequest.sameServer(
                landing.from(), link.path("href").asText(""), "its link '" + relation + "'"));
      }
    }
    return Optional.empty();
  }
}
