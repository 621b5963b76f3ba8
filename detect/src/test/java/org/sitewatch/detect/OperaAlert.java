package org.sitewatch.detect;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The life of a pixel by NASA's OPERA DIST-ALERT (HLS, version 1), as its formulas stand in public:
 * what our own rule is compared with in docs/detectors/alert-life.md. An anomaly is what a metric
 * gives at a clear look, 0 to 100; below {@link #LOW} it is none. Confidence is the running mean of
 * the anomalies times the square of their count.
 */
final class OperaAlert {
  static final double LOW = 15;
  static final double CONFIRMED_AT = 400;
  private static final double MOST = 32_000;
  private static final int DAYS_TO_END = 15;
  private static final int DAYS_TO_RESET = 365;
  private static final int MISSES_TO_END = 2;

  enum State {
    NONE,
    FIRST,
    PROVISIONAL,
    CONFIRMED,
    FINISHED
  }

  private final double low;
  private State state = State.NONE;
  private int count;
  private int percent;
  private double confidence;
  private int missesInRow;
  private Optional<LocalDate> first = Optional.empty();
  private LocalDate last = LocalDate.MIN;

  OperaAlert() {
    this(LOW);
  }

  /**
   * @param low the least anomaly: 15 for the general metric, 10 for loss of vegetation
   */
  OperaAlert(double low) {
    this.low = low;
  }

  State state() {
    return state;
  }

  double confidence() {
    return confidence;
  }

  /** A clear look; one under cloud is not told. */
  OperaAlert clear(LocalDate date, double anomaly) {
    boolean isOld = first.isPresent() && ChronoUnit.DAYS.between(first.get(), date) > DAYS_TO_RESET;
    boolean isHit = anomaly >= low;
    if (isOld || state == State.FINISHED && isHit) {
      reset();
    }
    if (isHit) {
      hit(date, anomaly);
    } else if (isLive()) {
      miss(date);
    }
    return this;
  }

  private boolean isLive() {
    return state != State.NONE && state != State.FINISHED;
  }

  private void hit(LocalDate date, double anomaly) {
    int looks = count + missed();
    double mean = count == 0 ? 0 : confidence / (count * count);
    mean = (mean * looks + anomaly) / (looks + 1);
    count++;
    percent = 100 * count / (looks + 1);
    confidence = Math.min(MOST, mean * count * count);
    missesInRow = 0;
    first = Optional.of(first.orElse(date));
    last = date;
    if (confidence >= CONFIRMED_AT) {
      state = State.CONFIRMED;
    } else {
      state = count == 1 ? State.FIRST : State.PROVISIONAL;
    }
  }

  /** Looks without an anomaly since the first, out of the share of those with one. */
  private int missed() {
    return count == 0 ? 0 : (100 - percent) * count / percent;
  }

  private void miss(LocalDate date) {
    percent = 100 * count / (count + missed() + 1);
    missesInRow++;
    boolean isOver =
        missesInRow >= MISSES_TO_END
            || ChronoUnit.DAYS.between(last, date) >= DAYS_TO_END
            || count == 1;
    if (isOver && state == State.CONFIRMED) {
      state = State.FINISHED;
    } else if (isOver) {
      reset();
    }
  }

  private void reset() {
    state = State.NONE;
    count = 0;
    percent = 0;
    confidence = 0;
    missesInRow = 0;
    first = Optional.empty();
  }
}
