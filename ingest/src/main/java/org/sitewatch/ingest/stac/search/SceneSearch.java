package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.source.WebClient;
import org.sitewatch.ingest.stac.profile.CatalogProfile;
import org.sitewatch.ingest.stac.search.CatalogApi.CloudFilter;
import org.sitewatch.ingest.stac.search.SearchRequests.Asked;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;

/** Asks a STAC API for the scenes that show the sites. */
public final class SceneSearch {
  private final ApiDoor door;
  private final WebAddress address;
  private final CatalogApi api;
  private final SearchQuestion question;
  private final List<Site> sites;
  private final Optional<CatalogProfile> profile;

  /** Is told after each page. */
  @FunctionalInterface
  public interface Listener {
    void page(int requestsDone, int requests, int pages, int items);
  }

  /**
   * Reads the landing page.
   *
   * @param profile what is known of the catalogue; none if it only has an address
   * @throws UserException if it is not a STAC API of version 1 with an item search
   */
  public static SceneSearch open(
      WebClient client,
      WebAddress address,
      SearchQuestion question,
      List<Site> sites,
      Optional<CatalogProfile> profile) {
    var door = new ApiDoor(client);
    return new SceneSearch(door, address, CatalogApi.open(door, address), question, sites, profile);
  }

  private SceneSearch(
      ApiDoor door,
      WebAddress address,
      CatalogApi api,
      SearchQuestion question,
      List<Site> sites,
      Optional<CatalogProfile> profile) {
    this.door = door;
    this.address = address;
    this.api = api;
    this.question = question;
    this.sites = List.copyOf(sites);
    this.profile = profile;
  }

  /** What the catalogue calls itself, and how it is asked. */
  public String described() {
    return "'%s' at %s, by %s, cloud by %s"
        .formatted(
            api.title().replaceAll("\\p{Cntrl}", " "),
            address,
            api.post().isPresent() ? "POST" : "GET",
            api.cloud() == CloudFilter.NONE ? "ourselves" : api.cloud().toString());
  }

  /**
   * How many items match; of those that meet several areas each is counted in every area. Where the
   * server does not tell, pages are counted.
   */
  public long matched(Listener listener) {
    long matched = 0;
    List<Asked> requests = SearchRequests.of(api, question, sites);
    for (int i = 0; i < requests.size(); i++) {
      var walk = new PageWalk(door, requests.get(i).request());
      int pages = 0;
      OptionalLong told = OptionalLong.empty();
      while (walk.hasNext() && told.isEmpty()) {
        told = walk.next().matched();
        listener.page(i, requests.size(), ++pages, walk.items());
        checkCount(walk.items());
      }
      matched += told.orElse(walk.items());
    }
    return matched;
  }

  /**
   * @throws UserException if nothing can be had, or more than is taken
   */
  public SearchResult run(Listener listener) {
    var sieve = new Sieve(question, sites, profile, api.cloud() != CloudFilter.NONE);
    List<Asked> requests = SearchRequests.of(api, question, sites);
    int pages = 0;
    for (int i = 0; i < requests.size(); i++) {
      Asked asked = requests.get(i);
      var walk = new PageWalk(door, asked.request());
      try {
        while (walk.hasNext()) {
          PageWalk.Page page = walk.next();
          checkCount(page.matched().orElse(0));
          take(page, asked.area(), sieve);
          checkCount(sieve.items());
          listener.page(i, requests.size(), ++pages, sieve.items());
        }
      } catch (UserException failed) {
        if (failed.exitCode() != ExitCode.UNAVAILABLE || sieve.items() == 0) {
          throw failed;
        }
        sieve.fail(
            failed.getMessage()
                + "; %d of %d areas were asked for in full".formatted(i, requests.size()));
        break;
      }
    }
    if (sieve.items() == 0) {
      checkCollections();
    }
    return sieve.result(requests.size(), pages);
  }

  private static void take(PageWalk.Page page, Geometry area, Sieve sieve) {
    for (JsonNode item : page.features()) {
      sieve.add(item, area, page.answer().from());
    }
  }

  private void checkCount(long items) {
    if (items > question.maxItems()) {
      throw new UserException(
          ExitCode.USAGE,
          address
              + ": "
              + items
              + " items match, more than the "
              + question.maxItems()
              + " that are taken; ask for fewer days, sites or collections, or raise --max-items");
    }
  }

  /** A collection that is not there is answered with no items by many servers. */
  private void checkCollections() {
    if (api.collections().isEmpty()) {
      return;
    }
    String list = api.collections().get().toString();
    for (String collection : question.collections()) {
      String word = URLEncoder.encode(collection, StandardCharsets.UTF_8).replace("+", "%20");
      if (!door.isThere((WebAddress) Location.of(list + "/" + word))) {
        throw new UserException(
            ExitCode.USAGE,
            address + ": has no collection '" + collection + "'; it lists them at " + list);
      }
    }
  }
}
