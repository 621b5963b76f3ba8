package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sitewatch.detect.Period;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReader;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.ingest.StackReading.FailedLook;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;

/**
 * What was read of a site, without what was made of it: known before any look is judged.
 *
 * @param gridKeys of the grids it is judged on
 * @param lookIds of the looks that can be read, in order of time
 * @param earlierNotes how looks of the history are read: resampled from where, without a mask
 * @param notes the same of looks of the period, and why others, of any time, are not read
 * @param pixelHashes sha256 of the codes by {@code <scene id>.<part>}
 */
public record SiteInputs(
    String siteId,
    List<String> gridKeys,
    List<String> lookIds,
    List<String> earlierNotes,
    List<String> notes,
    SortedMap<String, String> pixelHashes)
    implements Serializable {

  private static final String LEFT_OUT = ": left out";
  private static final String OF_HISTORY = " of the history";

  public SiteInputs {
    gridKeys = List.copyOf(gridKeys);
    lookIds = List.copyOf(lookIds);
    earlierNotes = List.copyOf(earlierNotes);
    notes = List.copyOf(notes);
    pixelHashes = Collections.unmodifiableSortedMap(new TreeMap<>(pixelHashes));
  }

  /**
   * Reads a site's stacks as {@link SiteExamination} does, and judges nothing.
   *
   * @param period its last day is the last to be read
   */
  public static SiteInputs read(
      String siteId, List<SiteView> views, SceneCatalog catalog, TileStore store, Period period) {
    var gridKeys = new ArrayList<String>();
    var lookIds = new ArrayList<String>();
    var earlierNotes = new ArrayList<String>();
    var notes = new ArrayList<String>();
    SiteView.inWords(views).ifPresent(notes::add);
    var pixelHashes = new TreeMap<String, String>();
    for (SiteView view : views) {
      gridKeys.add(Tile.gridKey(view.grid()));
      notes.addAll(notesOfTooLarge(view, catalog, period));
      try {
        StackReading reading = StackReader.read(view, catalog, store, period.until());
        pixelHashes.putAll(reading.pixelHashes());
        for (Look look : reading.stack().looks()) {
          lookIds.add(look.id());
        }
        earlierNotes.addAll(earlierNotes(reading, period));
        notes.addAll(notes(reading, period));
      } catch (UserException problem) {
        if (problem.exitCode() == ExitCode.INTEGRITY) {
          throw problem;
        }
        // The examination keeps nothing of a view that cannot be read either.
      }
    }
    return new SiteInputs(siteId, gridKeys, lookIds, earlierNotes, notes, pixelHashes);
  }

  /** How the looks before a period were read. */
  static List<String> earlierNotes(StackReading reading, Period period) {
    return reading.stack().looks().stream()
        .filter(look -> !period.contains(look.date()))
        .flatMap(look -> look.notes().stream())
        .toList();
  }

  /** How the looks of a period were read, and why looks of any time were not. */
  static List<String> notes(StackReading reading, Period period) {
    var notes = new ArrayList<>(notesOfPeriod(reading, period));
    reading.failures().forEach(failure -> notes.add(noteOf(failure, period)));
    return notes;
  }

  /** What the ledger tells beside outcomes: an earlier look that is lost is none of this period. */
  static List<String> notesForLedger(StackReading reading, Period period) {
    var notes = new ArrayList<>(notesOfPeriod(reading, period));
    reading.failures().stream()
        .filter(failure -> !period.contains(failure.look().date()))
        .forEach(failure -> notes.add(noteOf(failure, period)));
    return notes;
  }

  private static List<String> notesOfPeriod(StackReading reading, Period period) {
    return reading.stack().looks().stream()
        .filter(look -> period.contains(look.date()))
        .flatMap(look -> look.notes().stream())
        .toList();
  }

  /**
   * Of a view whose window is too large, that no scene of it is read, the reason at the first; of
   * others nothing.
   */
  static List<String> notesOfTooLarge(SiteView view, SceneCatalog catalog, Period period) {
    var notes = new ArrayList<String>();
    if (view.tooLarge().isPresent()) {
      for (String id : view.sceneIds()) {
        String reason = notes.isEmpty() ? view.tooLarge().get() : "as " + view.sceneIds().get(0);
        notes.add(noteOf(id, catalog.getScene(id).date(), reason, period));
      }
    }
    return notes;
  }

  /** Whether a note says of a look of the history that it was left out. */
  static boolean isOfHistoryLeftOut(String note) {
    return note.contains(LEFT_OUT + OF_HISTORY);
  }

  private static String noteOf(FailedLook failure, Period period) {
    return noteOf(failure.look().id(), failure.look().date(), failure.reason(), period);
  }

  private static String noteOf(String lookId, LocalDate date, String reason, Period period) {
    return lookId + LEFT_OUT + (period.contains(date) ? "" : OF_HISTORY) + ": " + reason;
  }

  /** How many looks of the history were left out, by any text that holds the notes. */
  public static int countLeftOutOfHistory(String notes) {
    return notes.split(Pattern.quote(LEFT_OUT + OF_HISTORY + ": "), -1).length - 1;
  }

  /** Whether a note says of some look that it was left out. */
  public static boolean isOfLeftOut(String note) {
    return note.contains(LEFT_OUT);
  }

  /**
   * Whether a look was left out since its numbers cannot be right, which is told of a scene that
   * could be read.
   */
  public static boolean isQuarantine(String reason) {
    return reason.contains("' is in quarantine: ");
  }

  /** That a look was left out, without why: a server's words differ from try to try. */
  public static String withoutReason(String note) {
    int at = note.indexOf(LEFT_OUT);
    if (at < 0) {
      return note;
    }
    int end = at + LEFT_OUT.length();
    return note.substring(0, note.startsWith(OF_HISTORY, end) ? end + OF_HISTORY.length() : end);
  }

  /** Why a look was left out, if that is what a note says. */
  public static Optional<String> findReasonLeftOut(String note, String lookId) {
    if (!note.startsWith(lookId + LEFT_OUT)) {
      return Optional.empty();
    }
    String rest = note.substring(lookId.length() + LEFT_OUT.length());
    String why = rest.startsWith(OF_HISTORY) ? rest.substring(OF_HISTORY.length()) : rest;
    return why.startsWith(": ") ? Optional.of(why.substring(2)) : Optional.empty();
  }
}
