package org.sitewatch.report.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.Period;
import org.sitewatch.report.arches.ArchesReport;
import org.sitewatch.report.comapeo.ComapeoReport;
import org.sitewatch.report.csv.CsvReport;
import org.sitewatch.report.geopackage.GeoPackageReport;
import org.sitewatch.report.gpx.GpxReport;
import org.sitewatch.report.html.HtmlReport;
import org.sitewatch.report.kmz.KmzReport;
import org.sitewatch.report.qgis.QgisStyles;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.sheets.SheetsReport;
import org.sitewatch.report.words.Words;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Forms a report can be put in. */
public enum Format {
  /** Disturbances and coverage as GeoJSON. */
  GEOJSON(When.RECORD, Format::records),
  /** One line a disturbance, for a spreadsheet. */
  CSV(
      When.ALWAYS,
      (records, words) ->
          one(
              "summary.csv",
              CsvReport.bytes(
                  records.disturbances().stream().map(DisturbanceRecord::properties).toList()))),
  /** Styles that QGIS takes up with the GeoJSON of their name. */
  QGIS(When.ALWAYS, (records, words) -> QgisStyles.files(words)),
  /** Waypoints and a route for receivers in the hand. */
  GPX(When.ALWAYS, GpxReport::files),
  /** Disturbances, sites and pictures for Google Earth. */
  KMZ(When.ALWAYS, KmzReport::files),
  /** Disturbances and coverage as layers with their styles. */
  GEOPACKAGE(When.ASKED, GeoPackageReport::files),
  /** Lines to append to an Arches database with the EAMENA model. */
  ARCHES(When.ASKED, ArchesReport::files),
  /** Alerts for CoMapeo. */
  COMAPEO(When.ASKED, ComapeoReport::files),
  /** A page to look at, without a network. */
  HTML(When.ALWAYS, HtmlReport::files),
  /** Paper for patrols. */
  SHEETS(When.ALWAYS, SheetsReport::files);

  private enum When {
    /** What the others are made of. */
    RECORD,
    /** In every run. */
    ALWAYS,
    /** Only if asked for. */
    ASKED
  }

  private final When when;
  private final RunForm form;

  Format(When when, RunForm form) {
    this.when = when;
    this.form = form;
  }

  SortedMap<String, byte[]> files(RunRecords records, Words words) {
    return form.files(records, words);
  }

  /** All forms that every run has beside its records, which must have been written before. */
  public static RunFiles ofRun(String runId, Period period, Words words) {
    return folder -> {
      RunRecords records = RunRecords.read(folder, runId, period);
      for (Format format : values()) {
        if (format.when == When.ALWAYS) {
          RunFiles.ofBytes(format.files(records, words)).writeTo(folder);
        }
      }
    };
  }

  private static SortedMap<String, byte[]> records(RunRecords records, Words words) {
    var files = new TreeMap<String, byte[]>();
    for (String name : Arrays.asList(RunFiles.DISTURBANCES, RunFiles.COVERAGE)) {
      Path file = records.folder().resolve(name);
      try {
        files.put(name, Files.readAllBytes(file));
      } catch (IOException unreadable) {
        throw new UserException(
            ExitCode.UNAVAILABLE,
            file + ": cannot be read: " + unreadable.getMessage(),
            unreadable);
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> one(String name, byte[] bytes) {
    var files = new TreeMap<String, byte[]>();
    files.put(name, bytes);
    return files;
  }
}
