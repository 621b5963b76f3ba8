package org.sitewatch.detect.job;

import java.io.Serializable;
import java.util.List;

/**
 * What a task of {@link DetectJob} hands back.
 *
 * @param times how long it took; never written where results are
 * @param setAside damaged tiles that were moved out of the way, to be cut again: a sentence each
 */
public record ExaminedSite(SiteResult result, SiteTimes times, List<String> setAside)
    implements Serializable {

  public ExaminedSite {
    setAside = List.copyOf(setAside);
  }
}
