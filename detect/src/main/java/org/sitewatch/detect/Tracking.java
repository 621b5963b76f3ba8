package org.sitewatch.detect;

import java.util.ArrayList;
import org.sitewatch.detect.segment.PixelSet;

/**
 * The life of a live alert, look by look. A look is valid for an alert if it judges at least half
 * of its pixels; it is disturbed if then the median anomaly over them exceeds the scene's null and
 * points within 60° of the alert's own, else clean. A look that is not valid changes nothing.
 */
final class Tracking {
  /** Clean looks in a row that end an alert. */
  private static final int CLEAN_TO_FINISH = 2;

  private static final int LOOKS_FOR_PROVISIONAL = 2;
  private static final int LOOKS_FOR_CONFIRMED = 3;

  /** An alert grows only by so much, lest noise at its rim creep outwards. */
  private static final double LEAST_GROWTH = 1.3;

  private static final int LEAST_NEW_PIXELS = 4;

  private Tracking() {}

  /** Whether a look that is valid for the alert shows it. */
  static boolean isDisturbed(LiveAlert alert, LookEvidence look) {
    var now = look.direction(alert.pixels());
    return now.length() > look.nullLength(alert.pixels().size()) && now.agrees(alert.direction());
  }

  /** The alert after a valid look that shows it. */
  static LiveAlert disturbed(LiveAlert alert, LookEvidence look) {
    double mean = look.mean(alert.pixels());
    var sensors = new ArrayList<>(alert.belief().sensors());
    sensors.add(look.look().sensor());
    var belief =
        new Belief(
            0,
            alert.belief().apartInRow(),
            FixedDecimals.of(alert.belief().evidenceSum() + mean),
            sensors);
    var old = alert.measures();
    var measures =
        new Measures(
            FixedDecimals.of(Math.max(old.peakAnomaly(), look.peak(alert.pixels()))),
            FixedDecimals.of(mean),
            SpectralChange.of(look, alert.pixels()),
            old.control(),
            FixedDecimals.of(look.shift().length_px()),
            old.looksClear() + 1,
            old.looksDisturbed() + 1);
    var timeline = alert.timeline();
    var seenAgain =
        new Timeline(
            timeline.lastClearBefore(),
            timeline.occurredTo(),
            timeline.firstSeen(),
            timeline.alertedOn(),
            look.look().date(),
            timeline.alertTrace(),
            timeline.beforeScene(),
            look.look().sceneIds().get(0));
    return believed(alert, seenAgain, measures, belief, look);
  }

  /** The alert after a valid look that does not show it. */
  static LiveAlert clean(LiveAlert alert, LookEvidence look) {
    var old = alert.measures();
    var measures =
        new Measures(
            old.peakAnomaly(),
            old.meanAnomaly(),
            old.deltas(),
            old.control(),
            old.registrationShift_px(),
            old.looksClear() + 1,
            old.looksDisturbed());
    var belief =
        new Belief(
            alert.belief().cleanInRow() + 1,
            alert.belief().apartInRow(),
            alert.belief().evidenceSum(),
            alert.belief().sensors());
    return believed(alert, alert.timeline(), measures, belief, look);
  }

  static boolean isOver(LiveAlert alert) {
    return alert.belief().cleanInRow() >= CLEAN_TO_FINISH;
  }

  /** The alert with the pixels of a region that touches it, if that makes it markedly larger. */
  static LiveAlert grown(LiveAlert alert, PixelSet region) {
    var union = alert.pixels().union(region);
    int old = alert.pixels().size();
    boolean isMarked = union.size() >= LEAST_GROWTH * old && union.size() - old >= LEAST_NEW_PIXELS;
    return isMarked ? alert.withPixels(union) : alert;
  }

  private static LiveAlert believed(
      LiveAlert alert, Timeline timeline, Measures measures, Belief belief, LookEvidence look) {
    var status = status(measures.looksDisturbed(), belief, alert.alert().history());
    double now =
        look.rule()
            .confidence(look, alert.pixels(), status, belief.evidenceSum() / measures.looksClear());
    double confidence = look.rule().believed(alert.alert().confidence(), now);
    var trace = new ArrayList<>(timeline.alertTrace());
    if (confidence > trace.get(trace.size() - 1).confidence()) {
      trace.add(new TracePoint(look.look().date(), confidence));
    }
    var traced =
        new Timeline(
            timeline.lastClearBefore(),
            timeline.occurredTo(),
            timeline.firstSeen(),
            timeline.alertedOn(),
            timeline.lastSeen(),
            trace,
            timeline.beforeScene(),
            timeline.afterScene());
    boolean isSurer = now > alert.alert().confidence();
    var known = alert.alert().withStatus(status, confidence);
    return new LiveAlert(
        alert.id(),
        alert.pixels(),
        alert.direction(),
        traced,
        measures,
        isSurer
            ? known.withJudgement(
                look.rule().type(alert.pixels()), look.rule().grounds(alert.pixels()))
            : known,
        belief);
  }

  /** Below a long history the null is the scene's own, which does not suffice to confirm. */
  static Status status(int disturbed, Belief belief, History history) {
    boolean isCertain =
        disturbed >= LOOKS_FOR_CONFIRMED
            || disturbed >= LOOKS_FOR_PROVISIONAL && belief.sensors().size() > 1;
    if (isCertain && history == History.LONG) {
      return Status.CONFIRMED;
    }
    return disturbed >= LOOKS_FOR_PROVISIONAL ? Status.PROVISIONAL : Status.FIRST;
  }
}
