package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Goes from page to page of one request. A server that leads in circles, or on and on over pages
 * with nothing new, is left.
 */
final class PageWalk {
  private static final int MAX_PAGES_WITHOUT_NEWS = 10;

  private final ApiDoor door;
  private final Set<PageRequest> asked = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private int pagesWithoutNews;
  private Optional<PageRequest> next;

  PageWalk(ApiDoor door, PageRequest first) {
    this.door = door;
    this.next = Optional.of(first);
  }

  /**
   * @param features an array
   * @param matched how many items the server says match in all
   */
  record Page(JsonNode features, ApiDoor.Answer answer, OptionalLong matched) {}

  boolean hasNext() {
    return next.isPresent();
  }

  /**
   * @throws org.sitewatch.sites.UserException if the answer is no page of items
   */
  Page next() {
    PageRequest request = next.orElseThrow();
    if (!asked.add(request)) {
      throw ApiDoor.refusal(
          request.address() + ": its pages lead in a circle after " + ids.size() + " items", null);
    }
    ApiDoor.Answer answer = door.ask(request);
    JsonNode features = answer.root().path("features");
    if (!features.isArray()) {
      throw ApiDoor.refusal(
          request.address()
              + ": answered without features, expected an ItemCollection"
              + told(answer.root()),
          null);
    }
    boolean news = false;
    for (JsonNode item : features) {
      news |= ids.add(item.path("collection").asText("") + "/" + item.path("id").asText(""));
    }
    pagesWithoutNews = news ? 0 : pagesWithoutNews + 1;
    next = request.next(answer.root(), answer.from());
    if (next.isPresent() && pagesWithoutNews >= MAX_PAGES_WITHOUT_NEWS) {
      throw ApiDoor.refusal(
          request.address()
              + ": goes on with pages that have nothing new after "
              + ids.size()
              + " items",
          null);
    }
    return new Page(features, answer, matched(answer.root()));
  }

  /** How many different items came so far. */
  int items() {
    return ids.size();
  }

  private static OptionalLong matched(JsonNode page) {
    JsonNode number = page.path("numberMatched");
    if (!number.isIntegralNumber()) {
      number = page.path("context").path("matched");
    }
    return number.isIntegralNumber() && number.asLong() >= 0
        ? OptionalLong.of(number.asLong())
        : OptionalLong.empty();
  }

  /** What a server says of an error it answers as if all were well. */
  private static String told(JsonNode root) {
    String words = root.path("description").asText(root.path("message").asText(""));
    String line = words.replaceAll("\\p{Cntrl}", " ");
    return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(line.length(), 200));
  }
}
