package org.sitewatch.detect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.Median;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.ingest.Look;

/** What one look says against its past, pixel by pixel, and what that means for a set of pixels. */
final class LookEvidence {
  /**
   * A look shows a disturbance if its anomaly is longer than that of so many pixels of the scene.
   */
  private static final double NULL_QUANTILE = 0.9;

  /** Rung "long": so many earlier clear looks … */
  private static final int LONG_LOOKS = 12;

  /** … over a year and a half. */
  private static final int LONG_DAYS = 548;

  private static final int SHORT_LOOKS = 3;

  private final ClearLooks looks;
  private final int judged;
  private final int[] counts;
  private final float[] evidence;
  private final float[][] z;
  private final BandScale[] scales;
  private final Method method;
  private final double nullLength;

  /**
   * @param counts earlier looks behind each pixel
   * @param evidence L for each pixel, NaN = not judged
   * @param z [band][pixel], signed anomaly in units of noise
   * @param scales one for each band, none if there is no past
   */
  LookEvidence(
      ClearLooks looks,
      int judged,
      int[] counts,
      float[] evidence,
      float[][] z,
      BandScale[] scales,
      Method method) {
    this.looks = looks;
    this.judged = judged;
    this.counts = counts;
    this.evidence = evidence;
    this.z = z;
    this.scales = scales;
    this.method = method;
    nullLength = scales.length == 0 ? Double.NaN : nullLength();
  }

  Look look() {
    return looks.look(judged);
  }

  ClearLooks looks() {
    return looks;
  }

  int index() {
    return judged;
  }

  /** The rung of the ladder that the evidence comes from. */
  Method method() {
    return method;
  }

  float[] evidence() {
    return evidence;
  }

  BandScale[] scales() {
    return scales;
  }

  boolean isJudged(int pixel) {
    return !Float.isNaN(evidence[pixel]);
  }

  /** Whether at least half of the pixels could be judged. */
  boolean judges(PixelSet pixels) {
    return 2 * pixels.count(this::isJudged) >= pixels.size();
  }

  /** Mean evidence of the judged pixels, NaN if there are none. */
  double mean(PixelSet pixels) {
    return pixels.stream()
        .filter(this::isJudged)
        .mapToDouble(pixel -> evidence[pixel])
        .average()
        .orElse(Double.NaN);
  }

  /** Largest evidence of the judged pixels, NaN if there are none. */
  double peak(PixelSet pixels) {
    return pixels.stream()
        .filter(this::isJudged)
        .mapToDouble(pixel -> evidence[pixel])
        .max()
        .orElse(Double.NaN);
  }

  /** Component-wise median of the anomaly over the judged pixels. */
  List<Double> direction(PixelSet pixels) {
    var direction = new ArrayList<Double>();
    for (float[] band : z) {
      double[] values = pixels.stream().filter(this::isJudged).mapToDouble(p -> band[p]).toArray();
      direction.add(FixedDecimals.of(Median.of(values, values.length)));
    }
    return direction;
  }

  /** How much a band of a judged pixel differs from its past, on the common scale. */
  double difference(int band, int pixel) {
    double now = scales[band].judged().apply(looks.plane(judged, band)[pixel]);
    return now - scales[band].median()[pixel];
  }

  /** Whether a direction is longer than the scene's own null. */
  boolean exceedsNull(List<Double> direction) {
    double square = direction.stream().mapToDouble(value -> value * value).sum();
    return Math.sqrt(square / direction.size()) > nullLength;
  }

  /** Earlier clear looks behind the judgement, median over the pixels. */
  int historyLooks(PixelSet pixels) {
    double[] sorted = pixels.stream().mapToDouble(pixel -> counts[pixel]).toArray();
    return (int) Math.floor(Median.of(sorted, sorted.length));
  }

  /** The rung the judgement of the pixels stands on. */
  History history(PixelSet pixels) {
    int count = historyLooks(pixels);
    if (count == 0) {
      return History.NONE;
    }
    if (count < SHORT_LOOKS) {
      return History.PAIR;
    }
    boolean isLong = count >= LONG_LOOKS && earlierDays(pixels) >= LONG_DAYS;
    return isLong ? History.LONG : History.SHORT;
  }

  private long earlierDays(PixelSet pixels) {
    LocalDate[] dates =
        Arrays.stream(looks.before(judged))
            .filter(look -> looks.sees(look, pixels))
            .mapToObj(look -> looks.look(look).date())
            .toArray(LocalDate[]::new);
    return dates.length == 0 ? 0 : ChronoUnit.DAYS.between(dates[0], dates[dates.length - 1]);
  }

  private double nullLength() {
    var lengths = new double[evidence.length];
    int count = 0;
    for (int pixel = 0; pixel < evidence.length; pixel++) {
      if (isJudged(pixel)) {
        double sum = 0;
        for (float[] band : z) {
          sum += (double) band[pixel] * band[pixel];
        }
        lengths[count++] = Math.sqrt(sum / z.length);
      }
    }
    return count == 0
        ? Double.NaN
        : Median.select(lengths, count, (int) Math.min(count - 1, NULL_QUANTILE * count));
  }
}
