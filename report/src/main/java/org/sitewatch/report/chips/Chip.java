package org.sitewatch.report.chips;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.records.Evidence;

/**
 * What is kept of one disturbance.
 *
 * @param sha256 of its files, by their path in the run
 */
public record Chip(Evidence evidence, SortedMap<String, String> sha256) {

  public Chip {
    sha256 = Collections.unmodifiableSortedMap(new TreeMap<>(sha256));
  }
}
