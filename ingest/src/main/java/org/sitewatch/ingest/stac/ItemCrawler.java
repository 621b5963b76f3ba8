package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/** Finds the items of a STAC document: an Item, an ItemCollection, or a static Catalog. */
final class ItemCrawler {
  private static final int MAX_DOCUMENTS = 1_000_000;

  private final HrefPolicy policy;
  private final List<FoundItem> items = new ArrayList<>();
  private final SourceDoor door;
  private boolean isListed;

  private ItemCrawler(HrefPolicy policy, SourceDoor door) {
    this.policy = policy;
    this.door = door;
  }

  /**
   * @param document where the item stands, for messages
   * @param folder that its hrefs are relative to
   */
  record FoundItem(JsonNode item, String document, Location folder) {}

  /**
   * All items of a document and of those it links to; none only if an ItemCollection says so, as a
   * search does that found nothing.
   *
   * @throws UserException if a document cannot be read, or catalogs lead to no item
   */
  static List<FoundItem> crawl(Location start, HrefPolicy policy, SourceDoor door) {
    var crawler = new ItemCrawler(policy, door);
    var queue = new ArrayDeque<Location>(List.of(start));
    var seen = new HashSet<Location>(queue);
    while (!queue.isEmpty()) {
      JsonDocument document = JsonDocument.read(queue.remove(), door);
      for (Location child : crawler.visit(document)) {
        if (seen.add(child)) {
          queue.add(child);
        }
      }
      if (seen.size() > MAX_DOCUMENTS) {
        throw refusal(start + ": more than " + MAX_DOCUMENTS + " documents");
      }
    }
    if (crawler.items.isEmpty() && !crawler.isListed) {
      throw refusal(
          start
              + ": no item in it"
              + (seen.size() > 1
                  ? " nor in the " + (seen.size() - 1) + " documents it links to"
                  : "")
              + ", expected at least one scene");
    }
    return crawler.items;
  }

  /** Takes the items of a document and tells the documents it links to. */
  private List<Location> visit(JsonDocument document) {
    String name = document.location().toString();
    switch (document.root().path("type").asText()) {
      case "Feature" -> items.add(new FoundItem(document.root(), name, document.folder()));
      case "FeatureCollection" -> {
        JsonNode features = document.root().path("features");
        isListed |= features.isArray();
        for (JsonNode item : features) {
          items.add(new FoundItem(item, name, document.folder()));
        }
      }
      case "Catalog", "Collection" -> {
        return links(document);
      }
      default ->
          throw refusal(
              name
                  + ": not a STAC document: type is '"
                  + Quote.of(document.root().path("type").asText())
                  + "', expected Feature, FeatureCollection, Catalog or Collection");
    }
    return List.of();
  }

  private List<Location> links(JsonDocument document) {
    var targets = new ArrayList<Location>();
    for (JsonNode link : document.root().path("links")) {
      String relation = link.path("rel").asText();
      if (relation.equals("item") || relation.equals("child")) {
        targets.add(
            policy.resolve(
                document.folder(), link.path("href").asText(), document.location().toString()));
      }
    }
    return targets;
  }

  private static UserException refusal(String message) {
    return new UserException(ExitCode.UNAVAILABLE, message);
  }
}
