package org.sitewatch.cli;

import java.time.Duration;
import org.sitewatch.ingest.stac.search.SceneSearch;

/** A line every ten seconds while a catalogue is asked. */
final class SearchProgress implements SceneSearch.Listener {
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);

  private final Log log;
  private long lastTold = System.nanoTime();

  SearchProgress(Log log) {
    this.log = log;
  }

  @Override
  public void page(int requestsDone, int requests, int pages, int items) {
    String line =
        "search: area %d of %d, %d pages, %d items"
            .formatted(requestsDone + 1, requests, pages, items);
    if (System.nanoTime() - lastTold >= LINE_EVERY.toNanos()) {
      lastTold = System.nanoTime();
      log.info(line);
    } else {
      log.detail(line);
    }
  }
}
