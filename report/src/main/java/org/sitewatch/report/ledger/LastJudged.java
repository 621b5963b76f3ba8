package org.sitewatch.report.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.Site;

/**
 * A site whose registry entry cannot be used any more, as the newest run that could look at it knew
 * it.
 *
 * @param registered the site as it was then, or null if that version of the registry is not kept;
 *     read it by {@link #site()}
 * @param lastClearLook newest look up to that run that saw the site clear, or null; read it by
 *     {@link #lastClear()}
 * @param open ids of the disturbances that had not ended then, nor were put aside since
 */
public record LastJudged(String runId, Site registered, LocalDate lastClearLook, List<String> open)
    implements Serializable {
  public LastJudged {
    open = List.copyOf(open);
  }

  public Optional<Site> site() {
    return Optional.ofNullable(registered);
  }

  public Optional<LocalDate> lastClear() {
    return Optional.ofNullable(lastClearLook);
  }

  /** One sentence for the ledger. */
  String inWords() {
    String run = runId + (registered == null ? "" : ", shown as it was then");
    return open.isEmpty()
        ? "Last judged in run " + run + "."
        : "Open in run " + run + ", not told until mended: " + String.join(" ", open) + ".";
  }
}
