package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.List;

/**
 * What a run decided for one site.
 *
 * @param grid key of the pixel grid it was judged on, empty if there was none
 * @param looks ids of the looks used, in order of time
 * @param notes decisions worth keeping: resampled from where, look left out why
 * @param tilesSha256 of a list of all tiles that were read, a line each in order of name: sha256 of
 *     the pixel codes, two spaces, {@code <scene id>.<part>}; empty in manifests of before it was
 *     kept
 */
public record SiteDecision(
    String siteId, String grid, List<String> looks, List<String> notes, String tilesSha256)
    implements Serializable {

  public SiteDecision {
    looks = List.copyOf(looks);
    notes = List.copyOf(notes);
  }

  SiteDecision withoutTiles() {
    return new SiteDecision(siteId, grid, looks, notes, "");
  }
}
