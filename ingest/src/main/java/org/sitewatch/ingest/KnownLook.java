package org.sitewatch.ingest;

import java.util.List;

/**
 * What is known of a look without its pixels.
 *
 * @param notes what manifest and ledger of its period tell: resampled from where, no mask
 * @param levels of its scenes, where their sensor's offset is in doubt
 */
public record KnownLook(List<String> notes, List<SceneLevels> levels) {

  public KnownLook {
    notes = List.copyOf(notes);
    levels = List.copyOf(levels);
  }
}
