package org.sitewatch.report.rank;

import java.io.Serializable;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.report.review.FollowUp;
import org.sitewatch.sites.Site;

/**
 * A disturbance at its place in the order of visits.
 *
 * @param rank 1 is the first to visit
 * @param score 0 to 100, rounded to the four decimals that are written, so that a reader who sorts
 *     the file finds the same order
 * @param reason one sentence: why it stands there and what is uncertain
 * @param inPatrolWeek to be visited, and within what a patrol can visit in the run's weeks
 * @param followUp what verdicts and the registry make of it
 */
public record RankedDisturbance(
    int rank,
    double score,
    ScoreParts parts,
    String reason,
    boolean inPatrolWeek,
    Disturbance disturbance,
    Site site,
    FollowUp followUp)
    implements Serializable {

  public RankedDisturbance {
    if (rank < 1) {
      throw new IllegalArgumentException("rank must be at least 1, got " + rank);
    }
    if (!(score >= 0 && score <= 100)) {
      throw new IllegalArgumentException("score must be 0 to 100, got " + score);
    }
  }

  RankedDisturbance withRank(int next) {
    return new RankedDisturbance(
        next, score, parts, reason, inPatrolWeek, disturbance, site, followUp);
  }

  RankedDisturbance withPatrol(boolean isWithin) {
    return new RankedDisturbance(rank, score, parts, reason, isWithin, disturbance, site, followUp);
  }
}
