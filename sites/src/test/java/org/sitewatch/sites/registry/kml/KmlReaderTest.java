package org.sitewatch.sites.registry.kml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;

class KmlReaderTest {
  private static final String RING =
      "<LinearRing><coordinates>0,0 9,0 9,9 0,0</coordinates></LinearRing>";
  private static final String POLYGON =
      "<Polygon><outerBoundaryIs>" + RING + "</outerBoundaryIs></Polygon>";

  private static RawLayer read(String kml) {
    return KmlReader.layer("a.kml", kml.getBytes(StandardCharsets.UTF_8), new TreeMap<>());
  }

  private static RawFeature placemark(String content) {
    return read("<kml><Placemark>" + content + "</Placemark></kml>").features().get(0);
  }

  private static List<String> flaws(String content) {
    return placemark(content).flaws().stream().map(Flaw::text).toList();
  }

  private static String refusal(String kml) {
    var refusal = assertThrows(UserException.class, () -> read(kml));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
    return refusal.getMessage();
  }

  @Test
  void anyNamespaceAndPrefixIsRead() {
    String kml =
        "<k:kml xmlns:k='http://earth.google.com/kml/2.1'><k:Placemark>"
            + POLYGON.replace("<", "<k:").replace("<k:/", "</k:")
            + "</k:Placemark></k:kml>";
    assertEquals(4, read(kml).features().get(0).outline().vertices());
  }

  @Test
  void severalRingsInOneInnerBoundaryAreHoles() {
    RawFeature feature =
        placemark(
            POLYGON.replace(
                "</Polygon>", "<innerBoundaryIs>" + RING + RING + "</innerBoundaryIs></Polygon>"));
    assertEquals(3, feature.outline().polygons().get(0).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0,0 9,0 9 9,9 0,0; vertex 2 is '9', expected lon,lat[,height]",
        "0,0 9,0 x,9 0,0; vertex 2 is 'x,9', expected lon,lat[,height]",
        "0,0 9,NaN 9,9 0,0; vertex 1 is '9,NaN', expected lon,lat[,height]",
        "0,0 9,0,1,2 9,9 0,0; vertex 1 is '9,0,1,2', expected lon,lat[,height]",
        "0,0,0 9,0,3.5 9,9,0 0,0,0; heights are left out"
      })
  void coordinatesAreReadStrictly(String coordinates, String flaw) {
    assertEquals(List.of(flaw), flaws(POLYGON.replace("0,0 9,0 9,9 0,0", coordinates)));
  }

  @Test
  void heightsOfZeroAreNoHeights() {
    assertEquals(List.of(), flaws(POLYGON.replace("0,0 9,0 9,9 0,0", "0,0,0 9,0,0 9,9,0 0,0,0")));
  }

  @Test
  void linesAndTracksAreNoOutline() {
    assertEquals(
        List.of("a LineString is no outline; draw a polygon"),
        flaws("<LineString><coordinates>0,0 1,1</coordinates></LineString>"));
    assertEquals(List.of("a polygon has 0 outer boundaries; draw it again"), flaws("<Polygon/>"));
  }

  @Test
  void aPointIsKeptAsOne() {
    assertArrayEquals(
        new double[] {5, 6},
        placemark("<Point><coordinates>5,6</coordinates></Point>").outline().points());
  }

  @Test
  void everyFormOfExtendedDataIsRead() {
    RawFeature feature =
        placemark(
            "<name>n</name><ExtendedData><Data name='a'><displayName>A</displayName>"
                + "<value>1</value></Data><SchemaData schemaUrl='#s'><SimpleData name='b'>2"
                + "</SimpleData></SchemaData><x:c xmlns:x='y'>3</x:c></ExtendedData>");
    assertEquals("{a=1, b=2, c=3, name=n}", feature.properties().toString());
  }

  @Test
  void theFolderIsTheInnermostNamedWhereverItsNameStands() {
    RawLayer layer =
        read(
            "<kml><Document><name>d</name><Folder><name>out</name><Folder><Placemark/>"
                + "<name>in</name></Folder></Folder></Document></kml>");
    assertEquals("in", layer.features().get(0).properties().get("folder"));
  }

  @Test
  void externalEntitiesAndEntityBombsAreRefused() {
    String text =
        refusal("<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><kml>&x;</kml>");
    assertTrue(text.contains("has a DTD"), text);
    assertTrue(
        refusal("<?xml version='1.0'?><!DOCTYPE kml SYSTEM 'http://127.0.0.1:1/x'><kml/>")
            .contains("has a DTD"));
    assertTrue(refusal("<kml><name>&x;</name></kml>").contains("broken XML"));
    var laughs = new StringBuilder("<!DOCTYPE kml [<!ENTITY l0 'lol'>");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10));
      laughs.append("'>");
    }
    laughs.append("]><kml><Placemark><name>&l9;</name></Placemark></kml>");
    assertTrue(refusal(laughs.toString()).contains("has a DTD"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<kml><Placemark></kml>; broken XML at line 1",
        "<gpx/>; expected KML, got XML with the root 'gpx'",
        "''; broken XML"
      })
  void whatIsNoKmlIsRefused(String kml, String words) {
    assertTrue(refusal(kml).contains(words), refusal(kml));
  }

  @Test
  void depthHasALimit() {
    String open = "<Folder>".repeat(5000);
    assertTrue(refusal("<kml>" + open).contains("broken XML"));
    assertTrue(
        refusal("<kml><Placemark>" + "<MultiGeometry>".repeat(5000)).contains("in one another"));
  }

  @Test
  void theCharsetItDeclaresIsHonouredAndChecked() {
    String kml =
        "<?xml version='1.0' encoding='windows-1251'?><kml><Placemark><name>Курган</name>"
            + "</Placemark></kml>";
    byte[] bytes = kml.getBytes(Charset.forName("windows-1251"));
    RawLayer layer = KmlReader.layer("a.kml", bytes, new TreeMap<>());
    assertEquals("Курган", layer.features().get(0).properties().get("name"));
    byte[] wrong = kml.replace("windows-1251", "UTF-8").getBytes(Charset.forName("windows-1251"));
    var refusal =
        assertThrows(UserException.class, () -> KmlReader.layer("a.kml", wrong, new TreeMap<>()));
    assertEquals(
        "a.kml: its text is not UTF-8, as it says; save it again as UTF-8", refusal.getMessage());
  }

  @Test
  void aLinkIsFollowedWithinTheArchiveOnlyAndOnce() {
    var archive = new TreeMap<String, byte[]>();
    String link = "<kml><NetworkLink><Link><href>layers/a.kml</href></Link></NetworkLink></kml>";
    String back =
        link.replace("</kml>", "<Placemark/></kml>")
            .replace("<kml>", "<kml><Document>")
            .replace("</kml>", "</Document></kml>");
    archive.put("layers/a.kml", back.getBytes(StandardCharsets.UTF_8));
    RawLayer layer = KmlReader.layer("a.kmz", link.getBytes(StandardCharsets.UTF_8), archive);
    assertEquals(1, layer.features().size());
    RawLayer other = read(link);
    assertEquals(
        "a.kml links to another file, which is not read; save that one too",
        other.findings().get(0).message());
  }
}
