package org.sitewatch.ingest.stac.search;

import java.util.List;

/**
 * What a search brought.
 *
 * @param scenes that fit, in order of time
 * @param superseded one sentence for each scene of an acquisition that is there in a newer
 *     processing
 * @param notices what the user should know though nothing failed
 * @param failures one sentence for each item, or rest of a search, that could not be had
 * @param counts for a summary
 */
public record SearchResult(
    List<FoundScene> scenes,
    List<String> superseded,
    List<String> notices,
    List<String> failures,
    Counts counts) {

  public SearchResult {
    scenes = List.copyOf(scenes);
    superseded = List.copyOf(superseded);
    notices = List.copyOf(notices);
    failures = List.copyOf(failures);
  }

  /**
   * @param requests areas that were asked for
   * @param items different ones that came
   * @param noSite of them lie beside the sites
   * @param cloudy of them are left out for their cloud
   */
  public record Counts(int requests, int pages, int items, int noSite, int cloudy) {}
}
