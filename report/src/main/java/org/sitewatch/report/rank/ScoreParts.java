package org.sitewatch.report.rank;

import java.io.Serializable;

/**
 * What a score is made of, each 0 to 1. {@code confidence}, {@code status} and {@code control}
 * multiply the weighted sum of the other five.
 *
 * @param severity 1 - exp(-effective area / 0.1 ha)
 * @param zone 1 in the core, falling with distance from it
 * @param significance of the site
 * @param recency halves every 30 days since the last look that shows it
 * @param threat by type, from pits 1 to flood 0.3; 0.5 where the type is not known
 * @param confidence that it is real
 * @param status how far the alert has come
 * @param control 0.5 if the ground around the site shares the change, else 1
 */
public record ScoreParts(
    double severity,
    double zone,
    double significance,
    double recency,
    double threat,
    double confidence,
    double status,
    double control)
    implements Serializable {

  public ScoreParts {
    check("severity", severity);
    check("zone", zone);
    check("significance", significance);
    check("recency", recency);
    check("threat", threat);
    check("confidence", confidence);
    check("status", status);
    check("control", control);
  }

  /** 0 to 100. */
  public double score(RankingWeights weights) {
    double sum =
        weights.severity() * severity
            + weights.zone() * zone
            + weights.significance() * significance
            + weights.recency() * recency
            + weights.threat() * threat;
    return Math.min(100, 100 * confidence * status * control * sum);
  }

  private static void check(String name, double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new IllegalArgumentException("score part " + name + " must be 0 to 1, got " + part);
    }
  }
}
