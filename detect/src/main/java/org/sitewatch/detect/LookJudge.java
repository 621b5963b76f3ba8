package org.sitewatch.detect;

import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.NullEvidence;

/**
 * Judges one look against its past: the rung of the ladder of histories that fits gives a score,
 * the scene's own null turns it into evidence. Pure.
 */
final class LookJudge {
  /** A baseline of fewer looks knows no spread: then the dates are compared as a pair. */
  private static final int SHORT_LOOKS = 3;

  private LookJudge() {}

  /**
   * @param frozen [look][pixel] of all looks of the stack: values that must not enter a baseline,
   *     null for a look without any
   */
  static LookEvidence judge(ClearLooks looks, int judged, boolean[][] frozen, DetectConfig config) {
    var past = new LookPast(looks, judged, frozen, config);
    double middleCount = past.middleCount();
    Method method = method(past, middleCount);
    var evidence = new float[past.pixels()];
    if (method == Method.NONE) {
      Arrays.fill(evidence, Float.NaN);
    } else {
      var score = new float[past.pixels()];
      rule(method, config).score(past, score);
      if (middleCount >= SHORT_LOOKS) {
        NullEvidence.of(score, evidence);
      } else {
        NullEvidence.ofModes(score, evidence);
      }
    }
    boolean[] speaks = past.judgedPixels();
    return new LookEvidence(
        looks,
        judged,
        past.counts(),
        evidence,
        past.isEmpty() ? List.of() : List.of(new SeenLook(judged, past.z(), speaks)),
        past.isEmpty() ? null : new ScaledHistory(looks, judged, past.scales()),
        new SceneNullRule(config.seedEvidence(), config.growEvidence()),
        method);
  }

  /** The one place where a rung is chosen. */
  private static Method method(LookPast past, double middleCount) {
    if (past.isEmpty()) {
      return Method.NONE;
    }
    if (past.looks().isRadar()) {
      return Method.RADAR;
    }
    if (middleCount >= SHORT_LOOKS) {
      return Method.SHORT;
    }
    return past.bands() == 1 ? Method.ONE_BAND : Method.PAIR;
  }

  private static ScoreRule rule(Method method, DetectConfig config) {
    return switch (method) {
      case PAIR, ONE_BAND -> new PairRule();
      case SHORT -> new ShortRule(config);
      case RADAR -> new RadarRule();
      case NONE, LONG -> throw new IllegalStateException("no score of this rung: " + method);
    };
  }
}
