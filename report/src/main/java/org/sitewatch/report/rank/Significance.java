package org.sitewatch.report.rank;

import java.util.List;
import java.util.Locale;
import org.sitewatch.sites.Site;

/**
 * What a site means, 0 to 1: its grade if the registry gives one that can be read, else (6 -
 * priority) / 5.
 *
 * <p>Read as a grade: a whole number or Roman numeral 1 (the highest) to 5, counted like a
 * priority, or a fraction between 0 and 1, taken as it is. Other words are left to the priority.
 */
final class Significance {
  private static final List<String> ROMAN = List.of("I", "II", "III", "IV", "V");

  private Significance() {}

  static double of(Site site) {
    Object grade = site.attributes().get("grade");
    if (grade instanceof Number number) {
      return ofNumber(number.doubleValue(), site.priority());
    }
    if (grade instanceof String word) {
      int level = ROMAN.indexOf(word.strip().toUpperCase(Locale.ROOT)) + 1;
      return level > 0 ? ofLevel(level) : ofLevel(site.priority());
    }
    return ofLevel(site.priority());
  }

  private static double ofNumber(double grade, int priority) {
    if (grade >= 1 && grade <= 5 && grade == Math.rint(grade)) {
      return ofLevel((int) grade);
    }
    return grade > 0 && grade < 1 ? grade : ofLevel(priority);
  }

  private static double ofLevel(int level) {
    return (6 - level) / 5.0;
  }
}
