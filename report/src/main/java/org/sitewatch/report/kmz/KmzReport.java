package org.sitewatch.report.kmz;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.marks.CoverageMark;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.pack.FixedZip;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlWriter;

/**
 * {@code patrol.kmz}: disturbances in folders by status, the sites, and the pictures, all in one
 * archive that needs no network. KML in the namespace of 2.2, which every reader knows, with the
 * quadrilateral of Google's extension for pictures on the ground.
 */
public final class KmzReport {
  public static final String FILE = "patrol.kmz";

  private static final String DOCUMENT = "doc.kml";

  private final XmlWriter xml = new XmlWriter();
  private final RunRecords records;
  private final Words words;
  private final KmlPlacemark placemarks;

  private KmzReport(RunRecords records, Words words) {
    this.records = records;
    this.words = words;
    this.placemarks = new KmlPlacemark(xml, words);
  }

  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    var zip = new FixedZip();
    zip.addText(DOCUMENT, new KmzReport(records, words).document());
    for (StatusMark mark : StatusMark.values()) {
      zip.addPicture(KmlStyles.icon(mark), IconPng.of(mark));
    }
    KmzPictures.addTo(zip, records);
    var files = new TreeMap<String, byte[]>();
    files.put(FILE, zip.bytes());
    return files;
  }

  private byte[] document() {
    xml.open(
        "kml",
        "xmlns",
        "http://www.opengis.net/kml/2.2",
        "xmlns:gx",
        "http://www.google.com/kml/ext/2.2");
    xml.open("Document").text("name", words.text("kmz.name", records.runId()));
    xml.text("open", "1");
    xml.text("description", words.text("kmz.desc", records.period().until().toString()));
    KmlStyles.write(xml);
    for (StatusMark mark : StatusMark.values()) {
      folder(mark);
    }
    sites();
    pictures();
    return xml.close().close().bytes();
  }

  private void folder(StatusMark mark) {
    List<DisturbanceRecord> found =
        records.disturbances().stream()
            .filter(one -> one.text("status").equals(mark.label()))
            .toList();
    if (found.isEmpty()) {
      return;
    }
    open(words.text("status." + mark.label()), found.size(), !mark.isOver());
    found.forEach(one -> placemarks.disturbance(one, mark));
    xml.close();
  }

  private void sites() {
    List<SiteRecord> drawn =
        records.sites().stream().filter(site -> !site.outline().isEmpty()).toList();
    if (drawn.isEmpty()) {
      return;
    }
    open(words.text("kmz.sites"), drawn.size(), true);
    for (SiteRecord site : drawn) {
      CoverageMark mark = CoverageMark.find(site.state()).orElse(CoverageMark.FAILED);
      placemarks.site(site, KmlStyles.of(mark));
    }
    xml.close();
  }

  private void pictures() {
    List<DisturbanceRecord> shown =
        records.disturbances().stream().filter(one -> !KmzPictures.paths(one).isEmpty()).toList();
    if (shown.isEmpty()) {
      return;
    }
    open(words.text("kmz.pictures"), shown.size(), false);
    shown.forEach(placemarks::overlays);
    xml.close();
  }

  private void open(String name, int count, boolean visible) {
    xml.open("Folder").text("name", name + " (" + count + ")");
    xml.text("visibility", visible ? "1" : "0").text("open", "0");
  }
}
