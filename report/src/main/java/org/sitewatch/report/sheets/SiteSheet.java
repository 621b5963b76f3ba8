package org.sitewatch.report.sheets;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.Zone;

/** The page of one site, and more only where one cannot hold all its disturbances. */
final class SiteSheet {
  /** As many as fit below the map. */
  private static final int MOST_FIRST = 5;

  /** As many as fit on a page without map. */
  private static final int MOST_NEXT = 6;

  private final RunRecords records;
  private final Words words;
  private final PageFoot foot;
  private final SortedMap<Zone, MultiPolygon> zones;

  /**
   * @param zones of the site; empty if they were not kept, then its whole outline is drawn
   */
  SiteSheet(RunRecords records, Words words, PageFoot foot, SortedMap<Zone, MultiPolygon> zones) {
    this.records = records;
    this.words = words;
    this.foot = foot;
    this.zones = zones;
  }

  /**
   * @param disturbances of the site, in order of rank
   * @param sheet its number among so many
   */
  String html(String siteId, List<DisturbanceRecord> disturbances, int sheet, int of) {
    Optional<SiteRecord> site = records.findSite(siteId);
    var page = new Markup();
    int first = Math.min(MOST_FIRST, disturbances.size());
    open(page, first);
    head(page, disturbances.get(0), site);
    page.raw("<div class=\"top\">\n");
    page.raw(SketchMap.svg(zonesOr(site), disturbances)).raw("\n");
    list(page, disturbances.subList(0, first), disturbances.size() - first);
    page.raw("</div>\n");
    blocks(page, disturbances.subList(0, first));
    String number = words.text("sheets.sheet_of", Integer.toString(sheet), Integer.toString(of));
    close(page, number);
    for (int from = first; from < disturbances.size(); from += MOST_NEXT) {
      int until = Math.min(from + MOST_NEXT, disturbances.size());
      open(page, MOST_FIRST);
      head(page, disturbances.get(0), site);
      blocks(page, disturbances.subList(from, until));
      close(page, number + " +" + ((from - first) / MOST_NEXT + 1));
    }
    return page.toString();
  }

  private static void open(Markup page, int blocks) {
    page.raw("<section class=\"sheet n" + blocks + "\">\n");
  }

  private void close(Markup page, String number) {
    page.raw("<div class=\"visit\">");
    for (String key : List.of("visitor", "date", "signature")) {
      page.raw("<span>").text(words.text("sheets." + key)).raw("</span>");
    }
    page.raw("</div>\n").raw(foot.html(number)).raw("</section>\n");
  }

  private void head(Markup page, DisturbanceRecord first, Optional<SiteRecord> site) {
    page.raw("<header><h1>").text(first.text("site_name")).raw("</h1><p>");
    page.text(Telling.leftToRight(first.siteId(), words));
    site.map(one -> one.text("priority"))
        .filter(priority -> !priority.isEmpty())
        .ifPresent(priority -> page.raw(" · ").text(words.text("sheets.priority", priority)));
    site.flatMap(SiteRecord::lastClear)
        .ifPresent(
            day ->
                page.raw(" · ")
                    .text(
                        words.text(
                            "sheets.last_clear", Telling.leftToRight(day.toString(), words))));
    page.raw("</p></header>\n");
  }

  private SortedMap<Zone, MultiPolygon> zonesOr(Optional<SiteRecord> site) {
    if (!zones.isEmpty()) {
      return zones;
    }
    var whole = new TreeMap<Zone, MultiPolygon>();
    site.ifPresent(one -> whole.put(Zone.CORE, one.outline()));
    return whole;
  }

  /**
   * @param more how many follow on other pages
   */
  private void list(Markup page, List<DisturbanceRecord> disturbances, int more) {
    page.raw("<div class=\"list\"><table><thead><tr>");
    for (String column : List.of("rank", "what", "occurred", "area", "mgrs")) {
      page.element("th", words.text("sheets.column." + column));
    }
    page.raw("</tr></thead>\n");
    for (DisturbanceRecord one : disturbances) {
      var tell = new Telling(one, words);
      page.raw("<tr><td>" + one.rank() + "</td>").element("td", tell.what());
      page.element("td", tell.interval()).element("td", tell.area());
      page.element("td dir=\"ltr\"", one.text("mgrs")).raw("</tr>\n");
    }
    page.raw("</table>\n");
    if (more > 0) {
      page.element("p", words.text("sheets.more", Integer.toString(more)));
    }
    page.raw("<p class=\"legend\">");
    for (Zone zone : zones.keySet()) {
      page.raw("<span><svg viewBox=\"0 0 60 20\"><path class=\"zone-" + zone.label());
      page.raw("\" d=\"M2 2h56v16h-56z\"/></svg> ").text(words.text("zone." + zone.label()));
      page.raw("</span>");
    }
    page.raw(
        "<span><svg viewBox=\"0 0 60 20\"><path class=\"found\" d=\"M2 2h56v16h-56z\"/></svg> ");
    page.text(words.text("sheets.disturbance")).raw("</span></p>");
    page.raw(LookStrip.legend(words)).raw("</div>\n");
  }

  private void blocks(Markup page, List<DisturbanceRecord> disturbances) {
    for (DisturbanceRecord one : disturbances) {
      page.raw(new DisturbanceBlock(records, words).html(one));
    }
  }
}
