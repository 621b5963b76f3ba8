package org.sitewatch.report.sheets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.words.Words;

/** The first page: which sheets there are, in the order to go, and which sites were not seen. */
final class CoverPage {
  /** Letters of a name in the lists; the sheet has as many as go on two lines. */
  private static final int LONGEST_NAME = 100;

  private final RunRecords records;
  private final Words words;

  CoverPage(RunRecords records, Words words) {
    this.records = records;
    this.words = words;
  }

  /**
   * @param bySite what there is to visit, in the order of the sheets
   */
  String html(Map<String, List<DisturbanceRecord>> bySite, PageFoot foot) {
    var page = new Markup();
    page.raw("<section class=\"cover\">\n<h1>").text(words.text("sheets.title")).raw("</h1>\n");
    page.element("p", period()).raw("\n");
    page.element("h2", words.text("sheets.order")).raw("\n");
    if (bySite.isEmpty()) {
      page.element("p", words.text("sheets.nothing")).raw("\n");
    } else {
      sheets(page, bySite);
    }
    List<SiteRecord> unseen =
        records.sites().stream()
            .filter(site -> !site.state().equals(CoverageState.SEEN.label()))
            .toList();
    page.element("h2", words.text("sheets.not_seen")).raw("\n");
    page.element("p", words.text(unseen.isEmpty() ? "sheets.all_seen" : "sheets.not_seen_note"))
        .raw("\n");
    if (!unseen.isEmpty()) {
      unseen(page, unseen);
    }
    page.raw(LookStrip.legend(words));
    return page.raw(foot.html("")).raw("</section>\n").toString();
  }

  private String period() {
    return words.text("sheets.run", ltr(records.runId()))
        + ": "
        + words.text(
            "sheets.period",
            ltr(records.period().since().toString()),
            ltr(records.period().until().toString()));
  }

  private void sheets(Markup page, Map<String, List<DisturbanceRecord>> bySite) {
    head(page, "sheet", "site", "id", "found");
    int sheet = 0;
    for (Map.Entry<String, List<DisturbanceRecord>> site : bySite.entrySet()) {
      sheet++;
      DisturbanceRecord first = site.getValue().get(0);
      page.raw("<tr><td>" + sheet + "</td>").element("td", brief(first.text("site_name")));
      page.element("td class=\"id\"", ltr(first.siteId()));
      page.element("td", ranks(site.getValue()));
      page.raw("</tr>\n");
    }
    page.raw("</table>\n");
  }

  /** Ranks by status. */
  private String ranks(List<DisturbanceRecord> disturbances) {
    var byStatus = new LinkedHashMap<String, StringJoiner>();
    for (DisturbanceRecord one : disturbances) {
      byStatus
          .computeIfAbsent(one.text("status"), any -> new StringJoiner(", "))
          .add(Integer.toString(one.rank()));
    }
    return byStatus.entrySet().stream()
        .map(status -> words.text("status." + status.getKey()) + " " + status.getValue())
        .collect(Collectors.joining("; "));
  }

  /** A name that would fill the page, cut. */
  private static String brief(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
  }

  private String ltr(String text) {
    return Telling.leftToRight(text, words);
  }

  private void unseen(Markup page, List<SiteRecord> sites) {
    head(page, "site", "id", "state", "last_clear");
    for (SiteRecord site : sites) {
      page.raw("<tr>").element("td", brief(site.name())).element("td class=\"id\"", ltr(site.id()));
      page.element("td", words.text("sheets.state." + site.state()));
      page.element(
          "td",
          site.lastClear()
              .map(
                  day ->
                      words.text("sheets.days_ago", day.toString(), site.text("days_since_clear")))
              .orElse(words.text("sheets.never")));
      page.raw("</tr>\n");
    }
    page.raw("</table>\n");
  }

  private void head(Markup page, String... columns) {
    page.raw("<table>\n<thead><tr>");
    for (String column : columns) {
      page.element("th", words.text("sheets.column." + column));
    }
    page.raw("</tr></thead>\n");
  }
}
