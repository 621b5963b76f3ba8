package org.sitewatch.detect;

import java.io.Serializable;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.TypeGuess;

/**
 * What is believed of a disturbance.
 *
 * @param confidence 0 to 1, a monotone function of its evidence, capped by status
 * @param sensor the sensor that sees it
 * @param historyLooks earlier clear looks behind the judgement, median over its pixels
 * @param method how the look that raised it was judged
 * @param isNew raised in the period of the run
 * @param parentId after a split or merge, else empty
 * @param type as it looked when its confidence was highest
 * @param grounds of that confidence
 */
public record Alert(
    Status status,
    double confidence,
    String sensor,
    History history,
    int historyLooks,
    Method method,
    boolean isNew,
    String parentId,
    TypeGuess type,
    Grounds grounds)
    implements Serializable {

  /** As it would be with another status. */
  public Alert withStatus(Status next, double nextConfidence) {
    return new Alert(
        next,
        nextConfidence,
        sensor,
        history,
        historyLooks,
        method,
        isNew,
        parentId,
        type,
        grounds);
  }

  Alert withJudgement(TypeGuess nextType, Grounds next) {
    return new Alert(
        status, confidence, sensor, history, historyLooks, method, isNew, parentId, nextType, next);
  }

  /** As it would be if it were news, or were not. */
  public Alert withIsNew(boolean next) {
    return new Alert(
        status, confidence, sensor, history, historyLooks, method, next, parentId, type, grounds);
  }

  Alert withParentId(String next) {
    return new Alert(
        status, confidence, sensor, history, historyLooks, method, isNew, next, type, grounds);
  }
}
