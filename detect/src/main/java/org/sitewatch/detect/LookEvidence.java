package org.sitewatch.detect;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  private static final double NOT_ASKED_FOR = -1;

  private final ClearLooks looks;
  private final int judged;
  private final int[] counts;
  private final float[] evidence;
  private final List<SeenLook> recent;
  private final Expectation expectation;
  private final AlertRule rule;
  private final Method method;
  private double nullLength = NOT_ASKED_FOR;

  /**
   * @param counts earlier looks behind each pixel
   * @param evidence L for each pixel, NaN = not judged
   * @param recent the looks behind the evidence, oldest first, this one last; none if nothing is
   *     judged
   * @param expectation null if there is no past to expect anything from; then nothing is judged
   */
  LookEvidence(
      ClearLooks looks,
      int judged,
      int[] counts,
      float[] evidence,
      List<SeenLook> recent,
      Expectation expectation,
      AlertRule rule,
      Method method) {
    this.looks = looks;
    this.judged = judged;
    this.counts = counts;
    this.evidence = evidence;
    this.recent = List.copyOf(recent);
    this.expectation = expectation;
    this.rule = rule;
    this.method = method;
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

  /** Of a look with a past that shows too little to be judged by it. */
  static LookEvidence unseen(ClearLooks looks, int judged, int[] counts, AlertRule rule) {
    var nothing = new float[counts.length];
    Arrays.fill(nothing, Float.NaN);
    return new LookEvidence(looks, judged, counts, nothing, List.of(), null, rule, Method.NONE);
  }

  /** The same of one that lies too far aside to be laid onto its past. */
  LookEvidence laidAside(LookShift shift) {
    return new LookEvidence(
        looks, judged, counts, evidence, List.of(), new LaidAside(shift), rule, Method.NONE);
  }

  /** What the evidence is worth. */
  AlertRule rule() {
    return rule;
  }

  /** Whether there is a past to judge by. */
  boolean hasPast() {
    return expectation != null;
  }

  /** How far the look lay off its past, as far as that was measured. */
  LookShift shift() {
    return expectation == null ? LookShift.NONE : expectation.shift();
  }

  int bands() {
    return looks.stack().bands().size();
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

  /** The looks behind the evidence, oldest first, this one last. */
  List<SeenLook> recent() {
    return recent;
  }

  /** Component-wise median of the look's own anomaly over the judged pixels. */
  Direction direction(PixelSet pixels) {
    return recent.get(recent.size() - 1).direction(pixels);
  }

  /** How much a band of a judged pixel differs from what was expected, on the judge's scale. */
  double difference(int band, int pixel) {
    return expectation.difference(band, pixel);
  }

  /** What was expected of a judged pixel, in the units of the stack. */
  double expected(int band, int pixel) {
    return expectation.expected(band, pixel);
  }

  /**
   * Length of the median anomaly over so many pixels that nine in ten sets of them stay below while
   * nothing happens.
   */
  double nullLength(int pixels) {
    if (nullLength == NOT_ASKED_FOR) {
      nullLength = expectation == null ? Double.NaN : nullLength();
    }
    return nullLength * rule.medianOfNull(pixels);
  }

  /** The newest look before one that saw at least half of the pixels. */
  Optional<Integer> lastThatSaw(PixelSet pixels, int before) {
    int[] earlier = looks.before(before);
    for (int i = earlier.length - 1; i >= 0; i--) {
      if (looks.sees(earlier[i], pixels)) {
        return Optional.of(earlier[i]);
      }
    }
    return Optional.empty();
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
    int[] earlier = looks.before(judged);
    int first = 0;
    while (first < earlier.length && !looks.sees(earlier[first], pixels)) {
      first++;
    }
    int last = earlier.length - 1;
    while (last > first && !looks.sees(earlier[last], pixels)) {
      last--;
    }
    return last <= first
        ? 0
        : ChronoUnit.DAYS.between(
            looks.look(earlier[first]).date(), looks.look(earlier[last]).date());
  }

  /** Nothing is expected of it. */
  private record LaidAside(LookShift shift) implements Expectation {
    @Override
    public double difference(int band, int pixel) {
      return Double.NaN;
    }

    @Override
    public double expected(int band, int pixel) {
      return Double.NaN;
    }
  }

  private double nullLength() {
    float[][] z = recent.get(recent.size() - 1).z();
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
