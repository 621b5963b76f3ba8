package org.sitewatch.report.chips;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookImage;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.report.records.Evidence;

/** One disturbance while the looks of its site are read. */
final class Sitter {
  private static final int NONE = -1;
  private static final int DAYS_BEFORE = 366;

  /** Looks to tell of; before the event they are thinned to keep to it. */
  private static final int MOST_LOOKS = 40;

  private static final int LEAST_BEFORE = 12;

  /** A disturbance that lives for years has many looks since: the newest and the first are told. */
  private static final int MOST_SINCE = 100;

  private final Disturbance disturbance;
  private final List<Look> looks;
  private final int before;
  private final int after;
  private final int siteWidth;
  private final int[] object;
  private final BitSet wanted = new BitSet();
  private final Course course;
  private final Map<Integer, Shown> shown = new TreeMap<>();
  private Optional<ChipWindow> window = Optional.empty();
  private List<String> bands = List.of();
  private boolean calibrated;
  private String missing;
  private Optional<String> missingBefore = Optional.empty();

  /**
   * @param looks of its series
   * @param after the place among them of the look that shows it
   */
  Sitter(Disturbance disturbance, List<Look> looks, SiteView view, int after) {
    this.disturbance = disturbance;
    this.looks = looks;
    this.after = after;
    before = SiteChips.indexOf(looks, disturbance.timeline().beforeScene()).orElse(NONE);
    siteWidth = view.grid().width();
    object = ObjectPixels.of(disturbance.outline(), view.grid());
    course = new Course(disturbance, object);
    missing = "look '" + looks.get(after).id() + "' was not read";
    if (object.length == 0) {
      missing = "its outline holds no pixel of the looks";
    } else {
      window = Optional.of(ChipWindow.around(view.grid(), object));
      choose();
    }
  }

  Disturbance disturbance() {
    return disturbance;
  }

  /** All looks since the last without it, and some of the year before. */
  private void choose() {
    var timeline = disturbance.timeline();
    LocalDate event = timeline.occurredFrom().orElse(timeline.occurredTo());
    var earlier = new ArrayList<Integer>();
    var since = new ArrayList<Integer>();
    for (int look = 0; look < looks.size(); look++) {
      LocalDate date = looks.get(look).date();
      if (!date.isBefore(event)) {
        since.add(look);
      } else if (date.isAfter(event.minusDays(DAYS_BEFORE))) {
        earlier.add(look);
      }
    }
    if (since.size() > MOST_SINCE) {
      since.subList(MOST_SINCE / 4, since.size() - MOST_SINCE * 3 / 4).clear();
    }
    since.forEach(wanted::set);
    int most = Math.min(earlier.size(), Math.max(LEAST_BEFORE, MOST_LOOKS - since.size()));
    for (int i = 0; i < most; i++) {
      wanted.set(earlier.get(i * earlier.size() / most));
    }
    wanted.set(after);
    if (before != NONE) {
      wanted.set(before);
    }
  }

  boolean wants(int look) {
    return wanted.get(look);
  }

  void see(int look, LookImage image, byte[] states, GroundMean ring) {
    course.add(image, states, ring);
    if (look == before || look == after) {
      shown.put(look, new Shown(image, states, window.orElseThrow()));
      bands = image.bands();
      calibrated = image.isCalibrated();
    }
  }

  void miss(int look, String reason) {
    course.addFailed(looks.get(look));
    if (look == after) {
      missing = reason;
    } else if (look == before) {
      missingBefore = Optional.of(reason);
    }
  }

  /** Why there can be no pictures; empty if there can. */
  Optional<String> missing() {
    return shown.containsKey(after) ? Optional.empty() : Optional.of(missing);
  }

  /** Why there is no picture before, though there was a look. */
  Optional<String> missingBefore() {
    return missingBefore;
  }

  /** PNG files by what they show. */
  SortedMap<String, byte[]> pictures() {
    ChipWindow part = window.orElseThrow();
    List<Shown> both = List.copyOf(shown.values());
    var drawing = new ChipDrawing(part, part.cut(object, siteWidth), both, calibrated);
    var pictures = new TreeMap<String, byte[]>();
    for (Rendition rendition : Rendition.of(bands)) {
      List<Stretch> stretches = drawing.stretches(rendition);
      if (shown.containsKey(before)) {
        pictures.put(rendition.before(), drawing.png(shown.get(before), rendition, stretches));
      }
      pictures.put(rendition.after(), drawing.png(shown.get(after), rendition, stretches));
    }
    return pictures;
  }

  /**
   * @param pictures paths by what they show
   */
  Evidence evidence(SortedMap<String, String> pictures) {
    return new Evidence(
        pictures,
        window.orElseThrow().frame(),
        shown.containsKey(before)
            ? ofLook(looks.get(before))
            : new Evidence.Shown("", Instant.EPOCH),
        ofLook(looks.get(after)),
        course.points());
  }

  private static Evidence.Shown ofLook(Look look) {
    return new Evidence.Shown(look.id(), look.datetime());
  }
}
