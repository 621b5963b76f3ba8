package org.sitewatch.report.chips;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookImage;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.report.records.Evidence.LookPoint;

/** What look after look shows of one disturbance, in order of time. */
final class Course {
  private static final String DISTURBED = "disturbed";
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

  /**
   * The looks; those that show the disturbance are told apart by what is on record: all valid ones
   * from the first that shows it to the last. Where the record counts some between them that do
   * not, these are taken to be the ones most like before.
   */
  List<LookPoint> points() {
    var shown = new ArrayList<Integer>();
    int cleanSince = 0;
    for (int i = 0; i < points.size(); i++) {
      LocalDate date = points.get(i).utc().atZone(ZoneOffset.UTC).toLocalDate();
      if (points.get(i).state().equals(CLEAR)) {
        if (date.isAfter(disturbance.timeline().lastSeen())) {
          cleanSince++;
        } else if (!date.isBefore(disturbance.timeline().occurredTo())) {
          shown.add(i);
        }
      }
    }
    var measures = disturbance.measures();
    int cleanBetween = measures.looksClear() - measures.looksDisturbed() - cleanSince;
    if (cleanBetween > 0 && shown.size() > 2) {
      shown.removeAll(mostLikeBefore(shown, cleanBetween));
    }
    for (int i : shown) {
      points.set(i, withState(points.get(i), DISTURBED));
    }
    return List.copyOf(points);
  }

  private List<Integer> mostLikeBefore(List<Integer> shown, int count) {
    int first = shown.get(0);
    List<LookPoint> before =
        points.subList(0, first).stream().filter(point -> point.state().equals(CLEAR)).toList();
    double[] was = mean(before);
    double[] is = mean(List.of(points.get(first), points.get(shown.get(shown.size() - 1))));
    return shown.subList(1, shown.size() - 1).stream()
        .sorted(
            Comparator.comparingDouble((Integer i) -> towards(was, is, points.get(i)))
                .thenComparing(i -> i))
        .limit(count)
        .toList();
  }

  /** How far a look has gone from what was to what is. */
  private static double towards(double[] was, double[] is, LookPoint point) {
    double[] now = mean(List.of(point));
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      double step = (now[i] - was[i]) * (is[i] - was[i]);
      sum += Double.isFinite(step) ? step : 0;
    }
    return sum;
  }

  /** Brightness and NDVI against the surroundings; NaN where none is known. */
  private static double[] mean(List<LookPoint> some) {
    return new double[] {
      some.stream()
          .mapToDouble(point -> point.brightness() - against(point.ringBrightness()))
          .filter(Double::isFinite)
          .average()
          .orElse(Double.NaN),
      some.stream()
          .mapToDouble(point -> point.ndvi() - against(point.ringNdvi()))
          .filter(Double::isFinite)
          .average()
          .orElse(Double.NaN)
    };
  }

  private static double against(double ring) {
    return Double.isFinite(ring) ? ring : 0;
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
