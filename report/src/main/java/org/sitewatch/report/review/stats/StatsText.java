package org.sitewatch.report.review.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitewatch.report.TerminalText;
import org.sitewatch.report.review.stats.ReviewStats.Division;
import org.sitewatch.report.words.Words;

/** {@link ReviewStats} as a table for a terminal. */
public final class StatsText {
  private static final int LONGEST_GROUP = 32;
  private static final String LINE = "%-34s %8s %6s %8s %6s %6s %10s";

  private StatsText() {}

  public static List<String> lines(ReviewStats stats, Words words) {
    var lines = new ArrayList<String>();
    lines.add(
        line(
            "",
            words.text("review.checked"),
            words.text("review.true"),
            words.text("review.illicit"),
            words.text("review.false"),
            words.text("review.open"),
            words.text("review.days")));
    lines.add(line(words.text("review.all"), stats.all()));
    for (Division division : Division.values()) {
      if (!stats.groups().get(division).isEmpty()) {
        lines.add(words.text("review.by." + division.label()));
      }
      stats
          .groups()
          .get(division)
          .forEach(
              (group, tally) -> lines.add(line("  " + brief(name(division, group, words)), tally)));
    }
    return lines;
  }

  /** How a group is called; ids of sites stay what they are. */
  static String name(Division division, String group, Words words) {
    return switch (division) {
      case SITE -> group;
      case SEASON -> words.text("review.season." + group);
      case CAUSE -> words.text("review.cause." + group.replace(' ', '_'));
    };
  }

  private static String brief(String group) {
    String text = TerminalText.of(group);
    return text.length() <= LONGEST_GROUP ? text : text.substring(0, LONGEST_GROUP - 1) + "…";
  }

  private static String line(String group, Tally tally) {
    return line(
        group,
        Integer.toString(tally.checked()),
        Integer.toString(tally.real()),
        Integer.toString(tally.illicit()),
        Integer.toString(tally.wrong()),
        Integer.toString(tally.open()),
        StatsCsv.days(tally, "-"));
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, LINE, (Object[]) cells).stripTrailing();
  }
}
