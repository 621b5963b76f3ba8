package org.sitewatch.report.review.stats;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.review.stats.ReviewStats.Division;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlWriter;

/**
 * {@link ReviewStats} as a picture (SVG 1.1): a bar a group, dark for what was true, hatched for
 * false alarms, empty for what nobody has seen yet, with the numbers beside it.
 */
public final class StatsChart {
  private static final int WIDTH = 720;
  private static final int LEFT = 200;
  private static final int BAR_WIDTH = 380;
  private static final int BAR = 14;
  private static final int STEP = 20;
  private static final int TITLE = 34;
  private static final int LONGEST_NAME = 28;
  private static final int MOST_GROUPS = 25;

  private final StringBuilder marks = new StringBuilder();
  private final Words words;
  private final int largest;
  private int y;

  private StatsChart(Words words, int largest) {
    this.words = words;
    this.largest = Math.max(1, largest);
  }

  public static byte[] bytes(ReviewStats stats, Words words) {
    int largest =
        stats.groups().values().stream()
            .map(SortedMap::values)
            .flatMap(Collection::stream)
            .mapToInt(StatsChart::total)
            .max()
            .orElse(1);
    var chart = new StatsChart(words, largest);
    chart.addLegend(stats.all());
    for (Division division : Division.values()) {
      chart.addDivision(division, stats.groups().get(division));
    }
    return chart.svg().getBytes(StandardCharsets.UTF_8);
  }

  private static int total(Tally tally) {
    return tally.checked() + tally.open();
  }

  private void addLegend(Tally all) {
    y = 30;
    text(
        20,
        y,
        "title",
        words.text("review.title", Integer.toString(all.checked()), StatsCsv.days(all, "-")));
    y += 24;
    int x = 20;
    for (String kind : List.of("true", "false", "open")) {
      rectangle(x, y - BAR + 3, BAR, kind);
      String name = words.text("review." + kind);
      text(x + BAR + 6, y, "", name);
      x += 50 + 9 * name.length();
    }
  }

  private void addDivision(Division division, SortedMap<String, Tally> groups) {
    if (groups.isEmpty()) {
      return;
    }
    y += TITLE;
    text(20, y, "title", words.text("review.by." + division.label()));
    List<Map.Entry<String, Tally>> shown = groups.entrySet().stream().toList();
    if (shown.size() > MOST_GROUPS) {
      shown =
          shown.stream()
              .sorted(
                  Comparator.comparingInt((Map.Entry<String, Tally> one) -> -total(one.getValue()))
                      .thenComparing(Map.Entry::getKey))
              .limit(MOST_GROUPS)
              .toList();
    }
    for (Map.Entry<String, Tally> group : shown) {
      addBar(StatsText.name(division, group.getKey(), words), group.getValue());
    }
    if (groups.size() > shown.size()) {
      y += STEP;
      String more = Integer.toString(groups.size() - shown.size());
      text(LEFT, y, "", words.text("review.more", more));
    }
  }

  private void addBar(String name, Tally tally) {
    y += STEP;
    text(LEFT - 8, y, "name", brief(name));
    double x = LEFT;
    x = addPart(x, tally.real(), "true");
    x = addPart(x, tally.wrong(), "false");
    x = addPart(x, tally.open(), "open");
    String numbers = tally.real() + " + " + tally.wrong() + " + " + tally.open();
    text(x + 6, y, "", numbers);
  }

  private double addPart(double x, int count, String kind) {
    double width = (double) BAR_WIDTH * count / largest;
    if (count > 0) {
      rectangle(x, y - BAR + 3, width, kind);
    }
    return x + width;
  }

  private void rectangle(double x, int top, double width, String kind) {
    marks.append(
        "<rect x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\" class=\"%s\"/>\n"
            .formatted(FixedDecimals.of(x, 1), top, FixedDecimals.of(width, 1), BAR, kind));
  }

  private void text(double x, int baseline, String kind, String text) {
    String classOf = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
    marks.append(
        "<text x=\"%s\" y=\"%d\"%s>%s</text>\n"
            .formatted(FixedDecimals.of(x, 1), baseline, classOf, XmlWriter.escaped(text)));
  }

  private static String brief(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private String svg() {
    int height = y + 24;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img">
        <style>text{font:13px sans-serif;fill:#111}.title{font-weight:bold}.name{text-anchor:end}
        rect{stroke:#111;stroke-width:1}.true{fill:#7a2a00}.false{fill:url(#hatch)}.open{fill:#fff}</style>
        <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" style="stroke:none;fill:#fff"/><path d="M0 6L6 0" stroke="#111" stroke-width="1"/></pattern></defs>
        <rect width="%1$d" height="%2$d" style="stroke:none;fill:#fff"/>
        """
            .formatted(WIDTH, height)
        + marks
        + "</svg>\n";
  }
}
