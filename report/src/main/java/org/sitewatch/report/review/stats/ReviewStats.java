package org.sitewatch.report.review.stats;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.sitewatch.report.review.Review;
import org.sitewatch.report.review.Reviews;
import org.sitewatch.report.review.Verdict;

/**
 * Verdicts counted by what they have in common. A disturbance counts once, with the verdict that
 * holds; the days are those from its first look to the first visit that brought a verdict.
 *
 * @param all over all disturbances
 * @param groups by division, then by what its members have in common
 */
public record ReviewStats(Tally all, Map<Division, SortedMap<String, Tally>> groups) {

  /** What disturbances are counted by. */
  public enum Division {
    SITE,
    /** The quarter of the year of the first look: {@code 03-05} is March to May. */
    SEASON,
    /** What the verdict says it was. */
    CAUSE;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ReviewStats {
    groups = Collections.unmodifiableMap(new EnumMap<>(groups));
  }

  /**
   * @param until verdicts of later days do not count
   */
  public static ReviewStats of(Reviews reviews, LocalDate until) {
    Map<String, LocalDate> visited = new HashMap<>();
    for (Review review : reviews.inOrder()) {
      if (review.verdict().isChecked()) {
        visited.putIfAbsent(review.id(), review.verifiedOn());
      }
    }
    var all = new Tally();
    var groups = new EnumMap<Division, SortedMap<String, Tally>>(Division.class);
    for (Division division : Division.values()) {
      groups.put(division, new TreeMap<>());
    }
    for (Review review : reviews.inForce(until).values()) {
      Verdict verdict = review.verdict();
      LocalDate first = review.sighting().firstSeen();
      long days =
          verdict.isChecked() ? ChronoUnit.DAYS.between(first, visited.get(review.id())) : 0;
      Function<Division, Tally> tally =
          division ->
              groups.get(division).computeIfAbsent(key(division, review), any -> new Tally());
      all.add(verdict, days);
      for (Division division : Division.values()) {
        tally.apply(division).add(verdict, days);
      }
    }
    return new ReviewStats(all, groups);
  }

  private static String key(Division division, Review review) {
    return switch (division) {
      case SITE -> review.sighting().siteId();
      case SEASON -> season(review.sighting().firstSeen().getMonth());
      case CAUSE -> review.verdict().cause();
    };
  }

  /** Quarters begin in March, June, September and December, on either side of the equator. */
  private static String season(Month month) {
    int first = month.getValue() / 3 * 3;
    Month begin = Month.of(first == 0 ? 12 : first);
    return "%02d-%02d".formatted(begin.getValue(), begin.plus(2).getValue());
  }
}
