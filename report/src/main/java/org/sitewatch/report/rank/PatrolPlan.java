package org.sitewatch.report.rank;

import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.detect.Period;

/**
 * How many alerts a patrol can visit in the weeks of a run. It cuts the ranked list, it hides
 * nothing.
 *
 * @param alertsPerWeek 0 = as many as there are
 * @param weeks of the period, at least 1
 */
public record PatrolPlan(int alertsPerWeek, int weeks) implements Serializable {
  /** A patrol without limits. */
  public static final PatrolPlan NO_LIMIT = new PatrolPlan(0, 1);

  /** More is no limit to anybody. */
  public static final int MOST_A_WEEK = 1_000_000;

  private static final double DAYS_OF_WEEK = 7;

  public PatrolPlan {
    if (alertsPerWeek < 0 || alertsPerWeek > MOST_A_WEEK) {
      throw new IllegalArgumentException(
          "alerts per week must be 0 to %d, got %d".formatted(MOST_A_WEEK, alertsPerWeek));
    }
    if (weeks < 1) {
      throw new IllegalArgumentException("weeks must be at least 1, got " + weeks);
    }
  }

  /** The weeks of a period are its days / 7 to the nearest, at least one. */
  public static PatrolPlan of(int alertsPerWeek, Period period) {
    long days = ChronoUnit.DAYS.between(period.since(), period.until());
    return new PatrolPlan(alertsPerWeek, (int) Math.max(1, Math.round(days / DAYS_OF_WEEK)));
  }

  public boolean isLimited() {
    return alertsPerWeek > 0;
  }

  /** Visits in all weeks. */
  public long visits() {
    return isLimited() ? (long) alertsPerWeek * weeks : Long.MAX_VALUE;
  }

  /** Whether there is anything to visit: what is over, or was put aside, costs nobody a day. */
  public static boolean isVisited(RankedDisturbance ranked) {
    return !ranked.disturbance().alert().status().isOver();
  }

  /** The same list, the first that are to be visited marked until the visits are used up. */
  public List<RankedDisturbance> mark(List<RankedDisturbance> ranked) {
    var marked = new ArrayList<RankedDisturbance>(ranked.size());
    long left = visits();
    for (RankedDisturbance one : ranked) {
      boolean isWithin = isVisited(one) && left > 0;
      left -= isWithin ? 1 : 0;
      marked.add(one.withPatrol(isWithin));
    }
    return List.copyOf(marked);
  }
}
