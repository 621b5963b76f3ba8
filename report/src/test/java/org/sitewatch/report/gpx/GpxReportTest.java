package org.sitewatch.report.gpx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.TestRecords;
import org.sitewatch.report.words.Words;
import org.sitewatch.report.xml.XmlDocuments;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class GpxReportTest {
  @TempDir Path folder;

  private static byte[] gpx(RunRecords records) {
    return GpxReport.files(records, Words.ENGLISH).get("patrol.gpx");
  }

  private static void checkSchema(byte[] gpx) throws IOException, SAXException {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(GpxReportTest.class.getResource("patrol.xsd"))
            .newValidator();
    validator.validate(new StreamSource(new ByteArrayInputStream(gpx)));
  }

  @Test
  void elementsStandInTheOrderOfTheStandardWhateverTheNames() throws IOException, SAXException {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-20240503-a", "a", "confirmed").put("site_name", TestRecords.HOSTILE);
    run.disturbance("b-20240503-a", "b", "first").putNull("last_seen").putNull("occurred_from");
    byte[] gpx = gpx(run.read());
    checkSchema(gpx);
    byte[] broken =
        new String(gpx, StandardCharsets.UTF_8)
            .replace("<cmt>", "<comment>")
            .replace("</cmt>", "</comment>")
            .getBytes(StandardCharsets.UTF_8);
    assertThrows(SAXException.class, () -> checkSchema(broken));
  }

  @Test
  void hostileNamesAreText() {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed").put("site_name", TestRecords.HOSTILE);
    Element root = XmlDocuments.parse(gpx(run.read())).getDocumentElement();
    assertEquals(List.of(), XmlDocuments.texts(root, "script"));
    String desc =
        XmlDocuments.texts((Element) root.getElementsByTagName("wpt").item(0), "desc").get(0);
    assertTrue(desc.startsWith("=HYPERLINK(\"http://x\")</name><script>"), desc);
    assertFalse(desc.contains("\u202E") || desc.contains("\u0007"), desc);
  }

  @Test
  void namesAreShortOfAsciiAndUniqueWhateverTheIds() {
    TestRecords run = TestRecords.in(folder);
    for (String site : List.of("karakorum-valley-north", "Хархорум", "a b", "A-B", "")) {
      run.disturbance(site + "-1", site, "first").put("rank", 7);
    }
    Element root = XmlDocuments.parse(gpx(run.read())).getDocumentElement();
    var seen = new HashSet<String>();
    for (Element point : XmlDocuments.elements(root, "wpt")) {
      String name = XmlDocuments.texts(point, "name").get(0);
      assertTrue(name.matches("[ -~]{1,14}"), name);
      assertTrue(seen.add(name.toLowerCase(Locale.ROOT)), name + " twice");
    }
    assertTrue(seen.contains("007 karakorum-"), seen.toString());
    assertEquals(5, seen.size());
  }

  @Test
  void theRouteIsThePatrolsWeekInOrderOfRankAndNothingDismissedIsAPoint() {
    TestRecords run = TestRecords.in(folder);
    run.disturbance("a-1", "a", "confirmed").put("in_patrol_week", true);
    run.disturbance("b-1", "b", "provisional").put("in_patrol_week", true);
    run.disturbance("c-1", "c", "finished").put("in_patrol_week", false);
    run.disturbance("d-1", "d", "dismissed").put("in_patrol_week", false);
    Element root = XmlDocuments.parse(gpx(run.read())).getDocumentElement();
    assertEquals(3, root.getElementsByTagName("wpt").getLength());
    Element route = (Element) root.getElementsByTagName("rte").item(0);
    assertEquals(List.of("Patrol 2024-W20", "001 A", "002 B"), XmlDocuments.texts(route, "name"));
    assertEquals(
        List.of("Danger Area", "Flag, Red", "Flag, Green", "Danger Area", "Flag, Red"),
        XmlDocuments.texts(root, "sym"));
  }

  @Test
  void aRunWithoutDisturbancesIsStillAFile() throws IOException, SAXException {
    byte[] gpx = gpx(TestRecords.in(folder).read());
    checkSchema(gpx);
    assertArrayEquals(gpx, gpx(TestRecords.in(folder).read()));
  }
}
