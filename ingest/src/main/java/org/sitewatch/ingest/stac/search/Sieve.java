package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.ingest.SameAcquisition;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.stac.profile.CatalogProfile;
import org.sitewatch.ingest.stac.search.ItemJudge.Fit;
import org.sitewatch.sites.Site;

/** Keeps of the items that come in those that fit, each once, and counts the others. */
final class Sieve {
  private static final int MOST_FAILURES = 100;

  private final ItemJudge judge;
  private final Optional<CatalogProfile> profile;
  private final boolean cloudWasAsked;
  private final boolean hasCloudLimit;
  private final Set<String> seen = new HashSet<>();
  private final List<FoundScene> scenes = new ArrayList<>();
  private final Map<Fit, Integer> counts = new EnumMap<>(Fit.class);
  private final List<String> failures = new ArrayList<>();
  private int moreFailures;
  private int cloudUnknown;

  Sieve(
      SearchQuestion question,
      List<Site> sites,
      Optional<CatalogProfile> profile,
      boolean serverKnowsCloud) {
    this.judge = new ItemJudge(question, sites);
    this.profile = profile;
    this.hasCloudLimit = question.maxCloud_percent().isPresent();
    this.cloudWasAsked = serverKnowsCloud && hasCloudLimit;
  }

  /**
   * @param from the page it stands in
   */
  void add(JsonNode item, Geometry area, WebAddress from) {
    String name = item.path("id").asText("").replaceAll("\\p{Cntrl}", "?");
    if (!name.isBlank() && !seen.add(name)) {
      return;
    }
    try {
      ItemJudge.Judged judged = judge.judge(item, area);
      counts.merge(judged.fit(), 1, Integer::sum);
      if (judged.fit() == Fit.FITS) {
        cloudUnknown += judged.cloud_percent().isEmpty() ? 1 : 0;
        ObjectNode whole = AbsoluteHrefs.of((ObjectNode) item, from);
        profile.ifPresent(known -> known.prepare(whole));
        scenes.add(new FoundScene(judged.taken(), whole));
      }
    } catch (IllegalArgumentException unsound) {
      String id = name.substring(0, Math.min(60, name.length()));
      fail("item '" + id + "' of " + from + ": " + unsound.getMessage());
    }
  }

  void fail(String sentence) {
    if (failures.size() < MOST_FAILURES) {
      failures.add(sentence);
    } else {
      moreFailures++;
    }
  }

  /** How many different items came. */
  int items() {
    return seen.size();
  }

  SearchResult result(int requests, int pages) {
    Collections.sort(scenes);
    var acquisitions = SameAcquisition.newestBaselines(scenes, FoundScene::taken);
    var all = new ArrayList<>(failures);
    if (moreFailures > 0) {
      all.add(moreFailures + " more items like these");
    }
    return new SearchResult(
        acquisitions.scenes(),
        acquisitions.leftAside().values().stream().flatMap(List::stream).toList(),
        notices(),
        all,
        new SearchResult.Counts(
            requests,
            pages,
            items(),
            counts.getOrDefault(Fit.NO_SITE, 0),
            counts.getOrDefault(Fit.CLOUDY, 0)));
  }

  private List<String> notices() {
    var notices = new ArrayList<String>();
    tell(notices, Fit.ELSEWHERE, "the area");
    tell(notices, Fit.OTHER_TIME, "the days");
    tell(notices, Fit.OTHER_COLLECTION, "the collections");
    if (cloudWasAsked) {
      tell(notices, Fit.CLOUDY, "the cloud limit");
    }
    if (hasCloudLimit && cloudUnknown > 0) {
      notices.add(cloudUnknown + " scenes do not say how cloudy they are; they are kept");
    }
    return notices;
  }

  private void tell(List<String> notices, Fit fit, String limit) {
    int count = counts.getOrDefault(fit, 0);
    if (count > 0) {
      notices.add(
          "the server did not keep to "
              + limit
              + " it was asked for: "
              + count
              + " of its items are left out");
    }
  }
}
