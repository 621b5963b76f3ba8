package org.sitewatch.report.rank;

import java.io.Serializable;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * How much each part of a score counts. Assumed, not learnt. Every weight is 0 to 1 and together
 * they are 1, so that a score stays within 0 to 100.
 */
public record RankingWeights(
    double severity, double zone, double significance, double recency, double threat)
    implements Serializable {

  public static final RankingWeights DEFAULT = new RankingWeights(0.30, 0.25, 0.20, 0.15, 0.10);

  public RankingWeights {
    check("severity", severity);
    check("zone", zone);
    check("significance", significance);
    check("recency", recency);
    check("threat", threat);
    double sum = severity + zone + significance + recency + threat;
    if (!(Math.abs(sum - 1) <= 1e-9)) {
      throw new UserException(
          ExitCode.USAGE, "the ranking weights must add up to 1, got " + sum + "; change one");
    }
  }

  private static void check(String name, double weight) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new UserException(
          ExitCode.USAGE, "ranking weight " + name + " must be 0 to 1, got " + weight);
    }
  }
}
