package org.sitewatch.report.chips;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookImage;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.report.records.Evidence.LookPoint;

/** What look after look shows of one disturbance, in order of time. */
final class Course {
  private static final String DISTURBED = "disturbed";
  private static final String SINCE = "since";
  private static final String CLEAR = "clear";
  private static final String FAILED = "failed";

  private final Disturbance disturbance;
  private final int[] object;
  private final List<LookPoint> points = new ArrayList<>();

  /**
   * @param object its pixels
   */
  Course(Disturbance disturbance, int[] object) {
    this.disturbance = disturbance;
    this.object = object;
  }

  /**
   * @param states as judged
   * @param ring what the ground around the site shows
   */
  void add(LookImage image, byte[] states, GroundMean ring) {
    int clear = 0;
    var silent = new int[PixelState.values().length];
    for (int pixel : object) {
      if (states[pixel] == PixelState.CLEAR.code()) {
        clear++;
      } else {
        silent[states[pixel]]++;
      }
    }
    boolean isValid = 2 * clear >= object.length;
    var own = GroundMean.of(image, states, Arrays.stream(object));
    points.add(
        new LookPoint(
            image.look().datetime(),
            image.look().id(),
            isValid ? CLEAR : label(silent),
            (double) clear / object.length,
            own.ndvi(),
            own.brightness(),
            ring.ndvi(),
            ring.brightness()));
  }

  /** A look that cannot be read. */
  void addFailed(Look look) {
    points.add(
        new LookPoint(
            look.datetime(),
            look.id(),
            FAILED,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN));
  }

  /** The most frequent, the first of equals. */
  private static String label(int[] counts) {
    int most =
        IntStream.range(0, counts.length)
            .reduce((best, state) -> counts[state] > counts[best] ? state : best)
            .orElse(0);
    return PixelState.values()[most].name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The looks, in the order they were added. */
  List<LookPoint> points() {
    return told(disturbance, points);
  }

  /**
   * From the first look that shows a disturbance to the last the record tells how many show it, not
   * which: where it counts all clear ones they are {@code disturbed}, else those it names, and the
   * others are {@code since}.
   */
  static List<LookPoint> told(Disturbance disturbance, List<LookPoint> looks) {
    var timeline = disturbance.timeline();
    Predicate<LookPoint> isSince =
        look ->
            look.state().equals(CLEAR)
                && !date(look).isBefore(timeline.occurredTo())
                && !date(look).isAfter(timeline.lastSeen());
    boolean all = looks.stream().filter(isSince).count() == disturbance.measures().looksDisturbed();
    var named =
        List.of(
            timeline.occurredTo(), timeline.firstSeen(), timeline.alertedOn(), timeline.lastSeen());
    return looks.stream()
        .map(
            look ->
                isSince.test(look)
                    ? withState(look, all || named.contains(date(look)) ? DISTURBED : SINCE)
                    : look)
        .toList();
  }

  private static LocalDate date(LookPoint point) {
    return point.utc().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LookPoint withState(LookPoint point, String state) {
    return new LookPoint(
        point.utc(),
        point.sceneId(),
        state,
        point.clearShare(),
        point.ndvi(),
        point.brightness(),
        point.ringNdvi(),
        point.ringBrightness());
  }
}
