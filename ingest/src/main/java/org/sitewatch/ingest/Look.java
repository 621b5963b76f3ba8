package org.sitewatch.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One site seen by one sensor in one pass.
 *
 * @param id the id of its first scene, unique within a site
 * @param datetime of the first scene, UTC
 * @param sceneIds the scenes it was put together from, the first preferred
 * @param notes what manifest and ledger of its period tell: resampled from where, no mask
 */
public record Look(
    String id, Instant datetime, String sensor, List<String> sceneIds, List<String> notes)
    implements Serializable, Comparable<Look> {

  public Look {
    sceneIds = List.copyOf(sceneIds);
    notes = List.copyOf(notes);
  }

  /** The UTC day. */
  public LocalDate date() {
    return datetime.atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public int compareTo(Look other) {
    int byTime = datetime.compareTo(other.datetime);
    return byTime != 0 ? byTime : id.compareTo(other.id);
  }
}
