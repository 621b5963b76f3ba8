package org.sitewatch.cli.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What was written.
 *
 * @param items the STAC ItemCollection to register
 * @param registry the site polygons to import
 * @param dates of the passes, first to last
 * @param weeks ISO weeks to scan one by one, {@code 2024-W37} and so on; earlier passes are history
 * @param planted disturbances on sites that a scan should find
 * @param decoys changes that are no disturbance
 */
public record DemoSummary(
    Path items,
    Path registry,
    List<LocalDate> dates,
    List<String> weeks,
    int sites,
    int planted,
    int decoys) {

  public DemoSummary {
    dates = List.copyOf(dates);
    weeks = List.copyOf(weeks);
  }
}
