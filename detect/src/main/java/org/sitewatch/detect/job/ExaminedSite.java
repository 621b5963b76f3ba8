package org.sitewatch.detect.job;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a task of {@link DetectJob} hands back.
 *
 * @param times how long it took; never written where results are
 * @param setAside tiles that were moved out of the way, to be cut again, or cannot be read: a
 *     sentence each
 * @param statesToCompare sha256 of files of older states that were read unchecked, empty for one
 *     that is not there
 */
public record ExaminedSite(
    SiteResult result,
    SiteTimes times,
    List<String> setAside,
    SortedMap<String, String> statesToCompare)
    implements Serializable {

  public ExaminedSite {
    setAside = List.copyOf(setAside);
    statesToCompare = Collections.unmodifiableSortedMap(new TreeMap<>(statesToCompare));
  }
}
