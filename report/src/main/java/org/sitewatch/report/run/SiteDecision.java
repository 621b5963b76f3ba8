package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.List;

/**
 * What a run decided for one site.
 *
 * @param grid key of the pixel grid it was judged on, empty if there was none
 * @param looks ids of the looks used, in order of time
 * @param notes decisions worth keeping: resampled from where, look left out why
 */
public record SiteDecision(String siteId, String grid, List<String> looks, List<String> notes)
    implements Serializable {

  public SiteDecision {
    looks = List.copyOf(looks);
    notes = List.copyOf(notes);
  }
}
