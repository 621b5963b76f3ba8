package org.sitewatch.sites.registry.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.Flaw;
import org.sitewatch.sites.registry.Outline;
import org.sitewatch.sites.registry.RawFeature;
import org.sitewatch.sites.registry.RawLayer;

class CsvReaderTest {
  private static RawLayer read(byte[] bytes, int epsg) {
    return CsvReader.layer("a.csv", bytes, CsvColumns.GUESSED, Optional.empty(), epsg);
  }

  private static RawFeature first(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), 0).features().get(0);
  }

  private static String refusal(String text) {
    var refusal = assertThrows(UserException.class, () -> first(text));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
    return refusal.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "id,lon,lat|a,35.5,30.25",
        "id;lon;lat|a;35,5;30,25",
        "id\tLongitude\tLatitude|a\t35.5\t30.25",
        "sep=;|id;x;y|a;35.5;30.25",
        "id,Lat,Long|a,30.25,35.5",
        "Дугаар;Уртраг;Өргөрөг|a;35,5;30,25",
        "\"id\",\"lon\",\"lat\"||\"a\",\"35.5\",\" 30.25\"",
        "\uFEFFid,lon,lat|a,35.5,30.25"
      })
  void pointsAreReadFromTablesOfAllKinds(String text) {
    RawFeature feature = first(text.replace('|', '\n'));
    assertArrayEquals(new double[] {35.5, 30.25}, feature.outline().points());
    assertEquals("a", feature.properties().values().iterator().next());
  }

  @Test
  void excelsUnicodeTextIsRead() {
    byte[] bytes = "\uFEFFid\tlon\tlat\nӨ\t35.5\t30.25\n".getBytes(StandardCharsets.UTF_16LE);
    assertEquals("Ө", read(bytes, 0).features().get(0).properties().get("id"));
  }

  @Test
  void anotherCrsIsBroughtToLonLat() {
    byte[] bytes = "id,x,y\na,500000,5000000\n".getBytes(StandardCharsets.UTF_8);
    double[] point = read(bytes, 32648).features().get(0).outline().points();
    assertArrayEquals(new double[] {105, 45.153477184}, point, 1e-8);
  }

  @Test
  void unknownLettersAreAskedFor() {
    byte[] bytes = "id,lon,lat\nChâteau,1,2\n".getBytes(Charset.forName("windows-1252"));
    RawLayer layer = read(bytes, 0);
    assertTrue(layer.isRefused());
    assertTrue(layer.findings().get(0).message().contains("--charset"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "id,lon,lat|a,1~a.csv has 2 values in row 2, the header has 3",
        "id,lon,lat|a,1,2,3~a.csv has 4 values in row 2, the header has 3",
        "id,a,b|1,2,3~a.csv: no column holds a geometry, there are id, a, b; say --wkt-field",
        "id,lon,LON,lat|a,1,2,3~a.csv has two columns called 'LON'",
        "nothing~starts with a line of 1 columns",
        "id,lon,lat|\"a,1,2~is no table"
      })
  void whatIsNoTableIsRefused(String text, String words) {
    String refusal = refusal(text.replace('|', '\n'));
    assertTrue(refusal.contains(words), refusal);
  }

  @Test
  void degreesAndMinutesAreNotGuessed() {
    RawFeature feature = first("id,lon,lat\na,35°30'E,30.1\n");
    assertTrue(feature.flaws().get(0).text().contains("not two decimal numbers"));
  }

  private static String wkt(String text, List<Flaw> flaws) {
    Outline outline = WktOutline.of(text, flaws);
    return outline.polygons().size() + " " + outline.points().length + " " + outline.vertices();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "POLYGON ((0 0, 9 0, 9 9, 0 0))~1 0 4~",
        "polygon((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))~1 0 8~",
        "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))~2 0 8~",
        "POLYGON Z ((0 0 5, 9 0 5, 9 9 5, 0 0 5))~1 0 4~heights and measures are left out",
        "POLYGONZM((0 0 5 1, 9 0 5 1, 9 9 5 1, 0 0 5 1))~1 0 4~heights and measures are left out",
        "POINT (1 2)~0 2 1~",
        "MULTIPOINT ((1 2), (3 4))~0 4 2~",
        "MULTIPOINT (1 2, 3 4)~0 4 2~",
        "POLYGON EMPTY~0 0 0~",
        "POLYGON ((0 0, 9 0, 9 x, 0 0))~0 0 0~'x, 0 0))' is no number of a vertex",
        "POLYGON ((0 0, 9, 9 9, 0 0))~0 0 0~a vertex has 1 numbers before ', 9 9, 0 0))'",
        "POLYGON ((0 0, 9 0, 9 9, 0 0)~0 0 0~expected ')' before ''",
        "POLYGON ((0 0, 9 0, 9 9, 0 0)) x~0 0 0~more text follows its geometry: ' x'",
        "LINESTRING (0 0, 1 1)~0 0 0~a LINESTRING is no outline; draw a polygon",
        "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1))~0 0 0~curves are not read; convert it to polygons",
        "GEOMETRYCOLLECTION (POINT (1 2))~0 0 0~a GEOMETRYCOLLECTION is no outline; draw a polygon",
        "hello~0 0 0~'hello' is no well-known text"
      })
  void wellKnownTextIsReadStrictly(String text, String counts, String flaw) {
    var flaws = new ArrayList<Flaw>();
    assertEquals(counts, wkt(text, flaws));
    assertEquals(flaw == null ? List.of() : List.of(flaw), flaws.stream().map(Flaw::text).toList());
  }

  @Test
  void anotherSridIsRefused() {
    var flaws = new ArrayList<Flaw>();
    assertEquals("1 0 4", wkt("SRID=4326;POLYGON((0 0,9 0,9 9,0 0))", flaws));
    assertEquals("0 0 0", wkt("SRID=32648;POLYGON((0 0,9 0,9 9,0 0))", flaws));
    assertTrue(flaws.get(0).text().contains("say --crs"));
  }

  @Test
  void brokenWellKnownTextNeverThrows() {
    String whole = "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), (1 1, 2 1, 2 2, 1 1)))";
    var random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(whole);
      for (int hit = 0; hit < 3; hit++) {
        text.setCharAt(random.nextInt(text.length()), "(), x0.-E;".charAt(random.nextInt(10)));
      }
      WktOutline.of(text.toString(), new ArrayList<>());
    }
    WktOutline.of("POLYGON " + "(".repeat(1_000_000), new ArrayList<>());
  }
}
