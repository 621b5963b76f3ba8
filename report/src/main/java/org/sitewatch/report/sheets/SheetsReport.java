package org.sitewatch.report.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.detect.Status;
import org.sitewatch.report.pack.Utf8Text;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;

/**
 * {@code sheets.html}: what a patrol prints. A first page with the order of visits and the sites
 * that were not seen, then one page of A4 a site that has something to visit, in order of rank.
 */
public final class SheetsReport {
  public static final String FILE = "sheets.html";

  private final RunRecords records;
  private final Words words;
  private final String style = style();

  private SheetsReport(RunRecords records, Words words) {
    this.records = records;
    this.words = words;
  }

  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    var files = new TreeMap<String, byte[]>();
    files.put(FILE, new SheetsReport(records, words).html());
    return files;
  }

  private byte[] html() {
    Map<String, List<DisturbanceRecord>> bySite = bySite();
    var markup = new Markup();
    markup.raw("<!DOCTYPE html>\n<html lang=\"").text(words.language());
    markup.raw("\" dir=\"").text(words.direction()).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    markup.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    markup.raw("img-src data:; style-src 'unsafe-inline'\">\n");
    markup.element("title", words.text("sheets.title") + " " + records.runId()).raw("\n");
    markup.raw("<style>\n" + style + "</style>\n</head>\n<body>\n");
    var foot = new PageFoot(records, sha256(), words);
    var page = new Utf8Text().append(markup.toString());
    page.append(new CoverPage(records, words).html(bySite, foot));
    SortedMap<String, SortedMap<Zone, MultiPolygon>> zones = records.zones();
    int sheet = 0;
    for (Map.Entry<String, List<DisturbanceRecord>> site : bySite.entrySet()) {
      sheet++;
      page.append(
          new SiteSheet(records, words, foot, zones.getOrDefault(site.getKey(), new TreeMap<>()))
              .html(site.getKey(), site.getValue(), sheet, bySite.size()));
    }
    return page.append("</body>\n</html>\n").bytes();
  }

  /** What there is to visit, by site; sites and disturbances in order of rank. */
  private Map<String, List<DisturbanceRecord>> bySite() {
    var bySite = new LinkedHashMap<String, List<DisturbanceRecord>>();
    for (DisturbanceRecord one : records.disturbances()) {
      if (!Status.isOver(one.text("status"))) {
        bySite.computeIfAbsent(one.siteId(), any -> new ArrayList<>()).add(one);
      }
    }
    return bySite;
  }

  /** Of the record that the sheets tell of. */
  private String sha256() {
    try {
      return Sha256.of(records.folder().resolve(RunFiles.DISTURBANCES));
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.INTEGRITY,
          records.folder() + ": cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static String style() {
    try (InputStream in = SheetsReport.class.getResourceAsStream("sheets.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("sheets.css is part of the program", unreadable);
    }
  }
}
