package org.sitewatch.report.rank;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.score.DisturbanceType;
import org.sitewatch.report.review.FollowUps;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/**
 * Where to go first: score = 100 × confidence × status × control × weighted sum of severity, zone,
 * significance, recency and threat, × a factor where it may be authorised. Ties: priority of the
 * site, newest {@code occurred_to}, id; so the order is total and does not depend on the order of
 * the input.
 */
public final class Ranking {
  private static final double ZONE_SCALE_M = 150;
  private static final double HALF_LIFE_DAYS = 30;
  private static final double SHARED_WITH_THE_REGION = 0.5;
  private static final int SCORE_DECIMALS = 4;

  private static final Comparator<RankedDisturbance> ORDER =
      Comparator.comparingDouble(RankedDisturbance::score)
          .reversed()
          .thenComparingInt(ranked -> ranked.site().priority())
          .thenComparing(
              ranked -> ranked.disturbance().timeline().occurredTo(), Comparator.reverseOrder())
          .thenComparing(ranked -> ranked.disturbance().id());

  private Ranking() {}

  /** The order where nobody has said anything of a disturbance. */
  public static List<RankedDisturbance> rank(
      Collection<Disturbance> disturbances,
      Map<String, Site> sites,
      LocalDate until,
      RankingWeights weights) {
    return rank(disturbances, sites, until, weights, FollowUps.NONE);
  }

  /**
   * @param sites by id; every disturbance's site must be there
   * @param until last day of the run: recency counts back from it
   * @param followUps what verdicts and the registry make of them
   * @return none marked for a patrol yet
   */
  public static List<RankedDisturbance> rank(
      Collection<Disturbance> disturbances,
      Map<String, Site> sites,
      LocalDate until,
      RankingWeights weights,
      FollowUps followUps) {
    List<RankedDisturbance> scored = new ArrayList<>(disturbances.size());
    Set<String> ids = new HashSet<>();
    for (Disturbance found : disturbances) {
      FollowUps.Followed followed = followUps.apply(found);
      Disturbance disturbance = followed.disturbance();
      Site site = sites.get(disturbance.siteId());
      if (site == null) {
        throw new IllegalArgumentException(
            "disturbance '" + disturbance.id() + "': no site '" + disturbance.siteId() + "'");
      }
      if (!ids.add(disturbance.id())) {
        throw new IllegalArgumentException("two disturbances with id '" + disturbance.id() + "'");
      }
      ScoreParts parts = parts(disturbance, site, until);
      double score = rounded(parts.score(weights) * followed.followUp().factor());
      String reason = Reason.of(disturbance, site, followed.followUp());
      scored.add(
          new RankedDisturbance(
              1, score, parts, reason, false, disturbance, site, followed.followUp()));
    }
    scored.sort(ORDER);
    return numbered(scored);
  }

  /** The parts of a score, before they are weighted. */
  static ScoreParts parts(Disturbance disturbance, Site site, LocalDate until) {
    return new ScoreParts(
        Severity.of(disturbance),
        zone(disturbance, site),
        Significance.of(site),
        recency(disturbance.timeline().lastSeen(), until),
        threat(disturbance.alert().type().type()),
        clipped(disturbance.alert().confidence()),
        status(disturbance.alert().status()),
        disturbance.measures().control().regional() ? SHARED_WITH_THE_REGION : 1);
  }

  /** Where a site has no core, its innermost zone stands in for it. */
  private static double zone(Disturbance disturbance, Site site) {
    Zone innermost = site.zones().keySet().iterator().next();
    if (disturbance.zone() == Zone.CORE || disturbance.zone() == innermost) {
      return 1;
    }
    double distance_m = disturbance.extent().distanceToCore_m();
    return Double.isNaN(distance_m)
        ? 0
        : clipped(StrictMath.exp(-Math.max(0, distance_m) / ZONE_SCALE_M));
  }

  private static double recency(LocalDate lastSeen, LocalDate until) {
    long days = Math.max(0, ChronoUnit.DAYS.between(lastSeen, until));
    return StrictMath.pow(0.5, days / HALF_LIFE_DAYS);
  }

  private static double threat(DisturbanceType type) {
    return switch (type) {
      case PITS -> 1;
      case EARTHMOVING -> 0.9;
      case CONSTRUCTION -> 0.8;
      case TRACK, PLOUGHING -> 0.6;
      case OTHER -> 0.5;
      case FIRE -> 0.4;
      case FLOOD -> 0.3;
    };
  }

  private static double status(Status status) {
    return switch (status) {
      case FIRST -> 0.4;
      case PROVISIONAL -> 0.7;
      case CONFIRMED, VERIFIED -> 1;
      case FINISHED -> 0.2;
      case DISMISSED -> 0;
    };
  }

  /** NaN counts as 0: what is not known does not lift a disturbance. */
  private static double clipped(double part) {
    return part > 0 ? Math.min(1, part) : 0;
  }

  private static double rounded(double score) {
    return new BigDecimal(score).setScale(SCORE_DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static List<RankedDisturbance> numbered(List<RankedDisturbance> sorted) {
    List<RankedDisturbance> ranked = new ArrayList<>(sorted.size());
    for (RankedDisturbance r : sorted) {
      ranked.add(r.withRank(ranked.size() + 1));
    }
    return List.copyOf(ranked);
  }
}
