package org.sitewatch.report.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.Site;

/**
 * A site whose registry entry cannot be used any more, as the newest run that judged it knew it.
 *
 * @param site as it was registered then
 * @param lastClearLook newest look up to that run that saw the site clear, or null; read it by
 *     {@link #lastClear()}
 * @param open ids of the disturbances that had not ended then
 */
public record LastJudged(String runId, Site site, LocalDate lastClearLook, List<String> open)
    implements Serializable {
  private static final int SHOWN = 5;

  public LastJudged {
    open = List.copyOf(open);
  }

  Optional<LocalDate> lastClear() {
    return Optional.ofNullable(lastClearLook);
  }

  /** One sentence. */
  String inWords() {
    String shown = "run " + runId + ", whose outline is shown";
    if (open.isEmpty()) {
      return "Last judged in " + shown + ".";
    }
    int more = open.size() - SHOWN;
    return "Not told until it is mended: "
        + String.join(" ", open.subList(0, Math.min(SHOWN, open.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + ", open in "
        + shown
        + ".";
  }
}
