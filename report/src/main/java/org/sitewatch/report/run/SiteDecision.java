package org.sitewatch.report.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.job.SiteInputs;

/**
 * What a run decided for one site.
 *
 * @param grid key of the pixel grid it was judged on, empty if there was none
 * @param looks ids of the looks of the period that were used, series after series in order of time;
 *     in manifests of before there was {@code earlier}, of all
 * @param notes decisions worth keeping on them: resampled from where; and which look of any time
 *     was left out, and why
 * @param earlier the looks of the history, or null in manifests of before it was kept; read it by
 *     {@link #history()}
 * @param tilesSha256 of a list of all tiles that were read, a line each in order of name: sha256 of
 *     the pixel codes, two spaces, {@code <scene id>.<part>}; empty in manifests of before it was
 *     kept
 */
public record SiteDecision(
    String siteId,
    String grid,
    List<String> looks,
    List<String> notes,
    EarlierLooks earlier,
    String tilesSha256)
    implements Serializable {

  public SiteDecision {
    looks = List.copyOf(looks);
    notes = List.copyOf(notes);
  }

  /**
   * Looks up to the begin of the period, told by what they come to, so that a manifest does not
   * grow with the years: runs of their weeks, if there are such, name them.
   *
   * @param count how many
   * @param sha256 of their ids and then of the notes on them, a line each, series after series in
   *     order of time
   */
  public record EarlierLooks(int count, String sha256) implements Serializable {}

  public Optional<EarlierLooks> history() {
    return Optional.ofNullable(earlier);
  }

  /** How many looks were used, those of the history with them. */
  public int looksInAll() {
    return looks.size() + history().map(EarlierLooks::count).orElse(0);
  }

  /** Why a look was left out, if the notes say so, as those of {@link SiteInputs} do. */
  public Optional<String> findReasonLeftOut(String lookId) {
    return notes.stream()
        .flatMap(note -> SiteInputs.findReasonLeftOut(note, lookId).stream())
        .findFirst();
  }

  /** Whether some look was left out. */
  public boolean hasLeftOut() {
    return notes.stream().anyMatch(SiteInputs::isOfLeftOut);
  }

  /** With which looks were left out, and not why. */
  SiteDecision withoutReasons() {
    List<String> brief = notes.stream().map(SiteInputs::withoutReason).toList();
    return new SiteDecision(siteId, grid, looks, brief, earlier, tilesSha256);
  }

  SiteDecision withoutTiles() {
    return new SiteDecision(siteId, grid, looks, notes, earlier, "");
  }

  /** With what manifests of every age tell alike: of looks only how many there are. */
  SiteDecision withCountOfLooks() {
    var all = new EarlierLooks(looksInAll(), "");
    return new SiteDecision(siteId, grid, List.of(), List.of(), all, tilesSha256);
  }
}
