package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.sites.registry.Features.SQUARE;
import static org.sitewatch.sites.registry.Features.collection;
import static org.sitewatch.sites.registry.Features.polygon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding.Code;

class GeoJsonReaderTest {
  @TempDir private Path folder;

  private static Site onlySite(String json) {
    SiteImport read = Features.read(json);
    assertEquals(List.of(), read.findings());
    assertEquals(1, read.validSites().size());
    return read.validSites().get(0);
  }

  private static String refusal(String json) {
    var refusal = assertThrows(UserException.class, () -> Features.read(json));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
    return refusal.getMessage();
  }

  @Test
  void allFieldsOfASiteAreRead() {
    Site site =
        onlySite(
            collection(
                polygon(
                    "'id':'petra','name':'البتراء','zone':'CORE','priority':1,'designation':'World"
                        + " Heritage','grade':2,'height':812.5,'open':true,'note':null",
                    SQUARE),
                polygon("'id':'petra','zone':'buffer'", SQUARE)));
    assertEquals("petra", site.id());
    assertEquals("البتراء", site.name());
    assertEquals(1, site.priority());
    assertEquals("World Heritage", site.designation());
    assertEquals(Map.of("grade", 2L, "height", 812.5, "open", true), site.attributes());
    assertEquals(Set.of(Zone.CORE, Zone.BUFFER), site.zones().keySet());
  }

  @Test
  void whatIsNotGivenHasADefault() {
    Site site = onlySite(collection(polygon("'id':'petra'", SQUARE)));
    assertEquals("petra", site.name());
    assertEquals(Site.DEFAULT_PRIORITY, site.priority());
    assertEquals("", site.designation());
    assertEquals(Set.of(Zone.CORE), site.zones().keySet());
  }

  @ParameterizedTest
  @CsvSource({"'id':17, 17", "'id':17.0, 17", "'ID':'a', a", "'Id':' a ', a"})
  void idsMayBeNumbersAndFieldsInAnyCase(String property, String id) {
    assertEquals(id, onlySite(collection(polygon(property.replace('`', '\''), SQUARE))).id());
  }

  @Test
  void theFeaturesOwnIdServesIfThereIsNoOther() {
    String feature =
        polygon("'name':'a'", SQUARE)
            .replace("\"type\":\"Feature\"", "\"type\":\"Feature\",\"id\":9");
    assertEquals("9", onlySite(collection(feature)).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "urn:ogc:def:crs:EPSG::4326",
        "EPSG:4326"
      })
  void theCrsGdalWritesIsAccepted(String crs) {
    assertEquals("a", onlySite(withCrs(crs)).id());
  }

  @Test
  void anotherCrsIsRefusedWithItsName() {
    SiteImport read = Features.read(withCrs("urn:ogc:def:crs:EPSG::32648"));
    assertEquals(List.of(), read.validSites());
    assertEquals(Code.G2, read.findings().get(0).code());
    assertEquals(
        "sites.geojson says its CRS is urn:ogc:def:crs:EPSG::32648, GeoJSON is lon/lat; save it as"
            + " EPSG:4326",
        read.findings().get(0).message());
  }

  private static String withCrs(String crs) {
    return collection(polygon("'id':'a'", SQUARE))
        .replace(
            "\"features\"",
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + crs + "\"}},\"features\"");
  }

  @Test
  void heightsAreLeftOutWithNotice() {
    SiteImport read =
        Features.read(
            collection(polygon("'id':'a'", "[[[35,30,5],[35.1,30,5],[35.1,30.1,5],[35,30,5]]]")));
    assertEquals(
        List.of("site 'a': heights are left out"),
        read.findings().stream().map(RegistryFinding::message).toList());
    assertEquals(1, read.validSites().size());
  }

  @Test
  void nestedAttributesBecomeFlat() {
    Site site =
        onlySite(
            collection(
                polygon(
                    "'id':'a','tags':['x',2],'one':['y'],'none':[],"
                        + "'Use':{'from':1900,'kind':[{'a':'p'},{'a':'q'}]}",
                    SQUARE)));
    assertEquals(
        Map.of("tags", "x; 2", "one", "y", "Use.from", 1900L, "Use.kind.a", "p; q"),
        site.attributes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Point", "LineString", "GeometryCollection", "CircularString"})
  void otherGeometriesAreNoOutline(String type) {
    SiteImport read =
        Features.read(
            collection(
                Features.feature("'id':'a'", "{'type':'" + type + "','coordinates':[1,2]}")));
    assertEquals(
        "site 'a': a " + type + " is no outline; draw a polygon", read.findings().get(0).message());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[]; expected a GeoJSON FeatureCollection, got no object",
        "{}; expected a GeoJSON FeatureCollection, got ''",
        "{\"type\":\"Feature\"}; expected a GeoJSON FeatureCollection, got 'Feature'",
        "{\"type\":\"FeatureCollection\",\"features\":[}; broken JSON at line 1, column 41",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"a\":1,\"a\":2}]}; Duplicate field",
        "{\"type\":\"FeatureColl; broken JSON at line 1",
        "<kml/>; broken JSON at line 1, column 1",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"a\":NaN}]}; broken JSON"
      })
  void whatIsNoCollectionIsRefused(String json, String message) {
    String refusal = refusal(json);
    assertTrue(refusal.startsWith("sites.geojson: ") && refusal.contains(message), refusal);
  }

  @Test
  void depthTextAndNumbersHaveLimits() {
    String deep = "[".repeat(100) + "]".repeat(100);
    assertTrue(refusal(collection(polygon("'id':'a'", deep))).contains("depth"));
    String digits = "1".repeat(1000);
    assertTrue(refusal(collection(polygon("'id':" + digits, SQUARE))).contains("broken JSON"));
  }

  @Test
  void featuresThatAreNoFeaturesAreFindings() {
    SiteImport read =
        Features.read(collection("null", "1", "\"x\"", "[]", "{}", "{\"properties\":7}"));
    assertEquals(6, read.errors().size());
  }

  @Test
  void damagedFilesNeverEscapeAsAnotherException() {
    String good = collection(polygon("'id':'a','name':'b','priority':1,'zone':'core'", SQUARE));
    var random = new Random(11);
    for (int i = 0; i < 3000; i++) {
      var damaged = new StringBuilder(good);
      for (int hit = 0; hit <= i % 3; hit++) {
        damaged.setCharAt(
            random.nextInt(good.length()), "{}[]\",:0e-9.\u0000x".charAt(random.nextInt(14)));
      }
      try {
        Features.read(damaged.toString());
      } catch (UserException e) {
        assertEquals(ExitCode.REGISTRY_INVALID, e.exitCode());
      }
    }
  }

  @Test
  void aMissingFileIsUnavailable() {
    Path missing = folder.resolve("none.geojson");
    var refusal = assertThrows(UserException.class, () -> RegistryReader.read(missing));
    assertEquals(ExitCode.UNAVAILABLE, refusal.exitCode());
    assertThrows(UserException.class, () -> RegistryReader.read(folder));
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.geojson"));
    var refusal = assertThrows(UserException.class, () -> RegistryReader.read(empty));
    assertEquals(ExitCode.REGISTRY_INVALID, refusal.exitCode());
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws IOException {
    Path file = folder.resolve("bom.geojson");
    Files.writeString(file, "\uFEFF" + collection(polygon("'id':'a'", SQUARE)));
    assertEquals(1, RegistryReader.read(file).validSites().size());
  }
}
