package org.sitewatch.report.kmz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.marks.StatusMark;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.TestRecords;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlDocuments;
import org.w3c.dom.Element;

class KmzReportTest {
  private static final Pattern SRC = Pattern.compile("src=\"([^\"]*)\"");

  @TempDir Path folder;

  private static Map<String, byte[]> unzipped(RunRecords records) throws IOException {
    byte[] kmz = KmzReport.files(records, Words.ENGLISH).get("patrol.kmz");
    var entries = new TreeMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(kmz))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static Element document(RunRecords records) throws IOException {
    return XmlDocuments.parse(unzipped(records).get("doc.kml")).getDocumentElement();
  }

  private static Element placemark(Element document, int at) {
    return (Element) document.getElementsByTagName("Placemark").item(at);
  }

  @Test
  void everyReferenceResolvesInsideTheArchiveAndIsPlainAscii() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-20240503-a", "a", "confirmed");
    run.disturbance("Хархорум 100%-20240503-a", "Хархорум 100%", "first");
    run.disturbance("c-20240503-a", "c", "provisional");
    run.pictures("a-20240503-a").pictures("Хархорум 100%-20240503-a");
    Map<String, byte[]> entries = unzipped(run.read());
    Element root = XmlDocuments.parse(entries.get("doc.kml")).getDocumentElement();
    Set<String> references = new HashSet<>(XmlDocuments.texts(root, "href"));
    for (String description : XmlDocuments.texts(root, "description")) {
      Matcher src = SRC.matcher(description);
      while (src.find()) {
        references.add(src.group(1));
      }
    }
    assertEquals(StatusMark.values().length + 8, references.size());
    for (String reference : references) {
      assertTrue(entries.containsKey(reference), reference + " not in " + entries.keySet());
      assertTrue(reference.matches("[A-Za-z0-9._~/-]+"), reference);
    }
    byte[] before = entries.get("pictures/a-20240503-a-before.png");
    assertEquals("before", new String(before, StandardCharsets.UTF_8));
    assertEquals(references.size() + 1, entries.size());
  }

  @Test
  void hostileNamesOpenNothing() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed")
        .put("site_name", TestRecords.HOSTILE)
        .put("reason", TestRecords.HOSTILE)
        .put("type", "<b>$[name]</b>");
    run.site("a", TestRecords.HOSTILE, "seen");
    Element root = document(run.read());
    assertEquals(List.of(), XmlDocuments.texts(root, "script"));
    String description = XmlDocuments.texts(placemark(root, 0), "description").get(0);
    assertFalse(description.contains("<script") || description.contains("<b>"), description);
    assertTrue(description.contains("&lt;script&gt;"), description);
    for (Element placemark : XmlDocuments.elements(root, "Placemark")) {
      assertFalse(placemark.getTextContent().contains("$["), placemark.getTextContent());
      assertFalse(placemark.getTextContent().matches("(?s).*[\u0007\u202E].*"));
    }
  }

  @Test
  void foldersAreByStatusAndWhatIsOverIsOff() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "first");
    run.disturbance("b-1", "b", "confirmed");
    run.disturbance("c-1", "c", "finished").put("last_seen", "2024-05-13");
    run.site("a", "A", "not_seen");
    Element root = document(run.read());
    assertEquals(
        List.of("Confirmed (1)", "Possible (1)", "Finished (1)", "Sites (1)"),
        XmlDocuments.elements(root, "Folder").stream()
            .map(one -> XmlDocuments.texts(one, "name").get(0))
            .toList());
    assertEquals("1", XmlDocuments.texts(placemark(root, 0), "visibility").get(0));
    assertEquals("0", XmlDocuments.texts(placemark(root, 2), "visibility").get(0));
    assertEquals("#site-not_seen", XmlDocuments.texts(placemark(root, 3), "styleUrl").get(0));
    Set<String> styles = new HashSet<>();
    XmlDocuments.elements(root, "Style")
        .forEach(style -> styles.add("#" + style.getAttribute("id")));
    assertTrue(styles.containsAll(XmlDocuments.texts(root, "styleUrl")), styles.toString());
  }

  @Test
  void aDisturbanceIsThereFromWhenItCanHaveBeenUntilItIsOver() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed").put("occurred_from", "2024-04-28");
    run.disturbance("b-1", "b", "provisional").putNull("occurred_from");
    run.disturbance("c-1", "c", "finished")
        .put("occurred_from", "2024-04-01")
        .put("last_seen", "2024-05-13");
    Element root = document(run.read());
    assertEquals(List.of("2024-04-28", "2024-04-01"), XmlDocuments.texts(root, "begin"));
    assertEquals(List.of("2024-05-13"), XmlDocuments.texts(root, "end"));
    assertEquals(2, XmlDocuments.elements(root, "TimeSpan").size());
  }

  @Test
  void picturesLieOnTheGroundOffUntilAskedFor() throws IOException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed");
    Element root = document(run.pictures("a-1").read());
    List<Element> overlays = XmlDocuments.elements(root, "GroundOverlay");
    assertEquals(4, overlays.size());
    for (Element overlay : overlays) {
      assertEquals(List.of("0"), XmlDocuments.texts(overlay, "visibility"));
      assertEquals(
          "102.8390000,47.1990000 102.8420000,47.1991000 102.8421000,47.2020000"
              + " 102.8391000,47.2019000",
          XmlDocuments.texts(overlay, "coordinates").get(0));
    }
  }

  @Test
  void theSameRunIsTheSameBytes() {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed");
    RunRecords records = run.pictures("a-1").read();
    assertArrayEquals(
        KmzReport.files(records, Words.ENGLISH).get("patrol.kmz"),
        KmzReport.files(records, Words.ENGLISH).get("patrol.kmz"));
  }

  @Test
  void marksAreImagesToldApartWithoutColour() throws IOException {
    Set<String> shapes = new HashSet<>();
    for (StatusMark mark : StatusMark.values()) {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(IconPng.of(mark)));
      assertEquals(IconPng.SIDE, image.getWidth());
      assertEquals(0, image.getRGB(0, 0) >>> 24);
      var shape = new StringBuilder();
      for (int y = 0; y < IconPng.SIDE; y++) {
        for (int x = 0; x < IconPng.SIDE; x++) {
          shape.append(image.getRGB(x, y) >>> 24 > 127 ? '#' : '.');
        }
      }
      assertTrue(shapes.add(shape.toString()), mark + " looks like another");
      int middle = image.getRGB(IconPng.SIDE / 2, IconPng.SIDE / 2 + 1);
      assertEquals(0xFF000000 | mark.rgb(), middle, mark.toString());
    }
  }
}
