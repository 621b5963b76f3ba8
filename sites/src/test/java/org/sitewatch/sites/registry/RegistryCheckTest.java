package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.sites.registry.Features.SQUARE;
import static org.sitewatch.sites.registry.Features.collection;
import static org.sitewatch.sites.registry.Features.polygon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.RegistryFinding.Code;

class RegistryCheckTest {
  private static final String BOW_TIE =
      "[[[35.44,30.32],[35.45,30.33],[35.45,30.32],[35.44,30.34],[35.44,30.32]]]";

  private static RegistryFinding only(SiteImport read) {
    assertEquals(1, read.findings().size(), read::toString);
    return read.findings().get(0);
  }

  private static void checkError(Code code, String message, SiteImport read) {
    RegistryFinding finding = only(read);
    assertEquals(message, finding.message());
    assertEquals(code, finding.code());
    assertTrue(finding.isError());
    assertEquals(List.of(), read.validSites());
  }

  @Test
  void aBowTieIsNamedWithItsPlaceAndTheAreaOfARepair() {
    SiteImport read = Features.readPolygon(BOW_TIE);
    checkError(
        Code.G1,
        "site 'petra': outline crosses itself at (35.4466667, 30.3266667); redraw it there, or take"
            + " the repaired outline (area 533090 m² before, 888423 m² after)",
        read);
    assertEquals(35.4466667, only(read).lon(), 1e-7);
    assertEquals(30.3266667, only(read).lat(), 1e-7);
    assertEquals("petra", only(read).siteId());
    assertEquals("[petra]", read.invalidSiteIds().toString());
  }

  @Test
  void anUnclosedRingIsNotClosedSilently() {
    checkError(
        Code.G1,
        "site 'petra': outline is not closed at (35.4, 30.4); its last vertex must be its first,"
            + " (35, 30), or take the repaired outline (area 855686712 m² before, 855686712 m² after)",
        Features.readPolygon("[[[35,30],[35.4,30],[35.4,30.3],[35.4,30.4]]]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[[35,30],[36,30],[35,30]]] | outline has fewer than 3 corners at (35, 30); draw it again",
        "[[[35,30],[35.1,30.1],[35.2,30.2],[35,30]]] | outline has no area at (35, 30); draw it again",
        "[[[35,30],[35,30],[35,30],[35,30]]] | outline has no area at (35, 30); draw it again",
        "[[]] | a ring of the outline is empty; draw it again",
        "[[[35,30],[1e999,30],[36,31],[35,30]]] | vertex 1 is not finite: (Infinity, 30); draw it again",
        "[[[35,30],['35',30],[36,31],[35,30]]] | vertex 1 is not two numbers",
        "[[[35,30],[35],[36,31],[35,30]]] | vertex 1 is not two numbers",
        "[[[35,30],[null,1],[36,31],[35,30]]] | vertex 1 is not two numbers",
        "[{'a':[1,2]}] | vertex 0 is not two numbers",
        "{'a':[[1,2]]} | outline has fewer than 3 corners at (1, 2); draw it again",
        "[] | feature 1 has no outline; draw one",
        "null | feature 1 has no outline; draw one",
        "17 | feature 1 has no outline; draw one"
      })
  void aBrokenOutlineIsAnError(String coordinates, String message) {
    SiteImport read = Features.readPolygon(coordinates);
    assertTrue(
        read.findings().stream().anyMatch(f -> f.message().equals("site 'petra': " + message)),
        read::toString);
    assertEquals(List.of(), read.validSites());
    assertTrue(read.findings().stream().anyMatch(f -> f.code() == Code.G1));
  }

  @Test
  void aHoleOutsideIsAnError() {
    SiteImport read =
        Features.readPolygon(
            "[[[35,30],[35.1,30],[35.1,30.1],[35,30]],[[36,31],[36.1,31],[36.1,31.1],[36,31]]]");
    assertTrue(
        only(read).message().startsWith("site 'petra': a hole lies outside the outline at (36"));
  }

  @Test
  void anUnknownLandCoverIsAWarningAndTheSiteIsUsed() {
    String square = "[[[35,30],[35.1,30],[35.1,30.1],[35,30]]]";
    SiteImport read = Features.read(collection(polygon("'id':'a','land_cover':'sand'", square)));
    assertEquals(
        "site 'a': unknown land_cover 'sand', expected bare, grass or crop; its own history tells"
            + " instead",
        only(read).message());
    assertFalse(only(read).isError());
    SiteImport known = Features.read(collection(polygon("'id':'a','Land_Cover':' Crop'", square)));
    assertEquals(List.of(), known.findings());
    assertEquals("Crop", known.validSites().get(0).landCover().orElseThrow());
  }

  @Test
  void doubledVerticesAreAWarningAndTheSiteIsUsed() {
    SiteImport read =
        Features.readPolygon("[[[35,30],[35.1,30],[35.1,30],[35.1,30],[35.1,30.1],[35,30]]]");
    assertEquals(
        "site 'petra': 2 vertices are doubled, first at (35.1, 30); leave one of each, it changes no"
            + " area",
        only(read).message());
    assertFalse(only(read).isError());
    assertEquals(1, read.validSites().size());
    assertFalse(read.hasErrors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "G2 | 600000,3400000 | (600000, 3400000) is no lon/lat: looks like UTM metres; save the file as EPSG:4326",
        "G2 | 11800000,4600000 | (11800000, 4600000) is no lon/lat: looks like EPSG:3857 or another grid in metres; save the file as EPSG:4326",
        "G3 | 47.9,106.9 | (47.9, 106.9) has no such latitude; longitude and latitude look swapped",
        "G4 | 181,10 | (181, 10) is beyond the antimeridian; split the outline there and write it within ±180",
        "G4 | 35,84.5 | no images are read beyond latitude 84, reached at (35, 84.5); cut the outline there"
      })
  void coordinatesOutOfRangeAreRefusedWithAGuess(Code code, String pair, String message) {
    String ring = "[[[P],[P],[P],[P]]]".replace("P", pair);
    SiteImport read = Features.readPolygon(ring);
    RegistryFinding error = read.errors().get(0);
    assertEquals("site 'petra': " + message, error.message());
    assertEquals(code, error.code());
    assertEquals(List.of(), read.validSites());
  }

  @Test
  void theZoneIsGuessedFromSitesThatAreInDegrees() {
    SiteImport read =
        Features.read(
            collection(
                polygon("'id':'a'", "[[[104,47],[104.1,47],[104.1,47.1],[104,47]]]"),
                polygon(
                    "'id':'b'",
                    "[[[600000,5200000],[600100,5200000],[600100,5200100],[600000,5200000]]]")));
    assertTrue(only(read).message().contains("looks like EPSG:32648"), read::toString);
    assertEquals(List.of("a"), read.validSites().stream().map(Site::id).toList());
  }

  @Test
  void anOutlineOverHalfTheEarthIsToBeSplit() {
    checkError(
        Code.G4,
        "site 'petra': outline is 359.8 degrees wide at (179.9, 1); if it crosses the antimeridian,"
            + " split it there in two parts",
        Features.readPolygon("[[[179.9,1],[-179.9,1],[-179.9,2],[179.9,2],[179.9,1]]]"));
  }

  @Test
  void partsOnBothSidesOfTheAntimeridianAreFine() {
    SiteImport read =
        Features.read(
            collection(
                Features.feature(
                    "'id':'chatham'",
                    "{'type':'MultiPolygon','coordinates':[[[[179.9,1],[180,1],[180,2],[179.9,1]]],"
                        + "[[[-180,1],[-179.9,1],[-180,2],[-180,1]]]]}")));
    assertEquals(List.of(), Features.butSize(read));
    assertEquals(2, read.validSites().get(0).zones().get(Zone.CORE).getNumGeometries());
  }

  @Test
  void aSiteBelowTheDetectionFloorIsWarnedOfAndUsed() {
    SiteImport read = Features.readPolygon("[[[35,30],[35.0002,30],[35.0002,30.0002],[35,30]]]");
    assertEquals(
        "site 'petra': its 214 m² are below the detection floor of 900 m² (9 pixels of 10 m); it is"
            + " scanned all the same",
        only(read).message());
    assertEquals(Code.G6, only(read).code());
    assertEquals(1, read.validSites().size());
  }

  @Test
  void aMissingIdIsAnErrorOfThatFeatureOnly() {
    SiteImport read =
        Features.read(
            collection(
                polygon("'name':'Petra'", SQUARE),
                polygon("'id':' '", SQUARE),
                polygon("'id':'b'", SQUARE)));
    assertEquals(
        List.of(
            "feature 1 ('Petra') has no id; give every site an id of its own",
            "feature 2 has no id; give every site an id of its own"),
        read.findings().stream().map(RegistryFinding::message).toList());
    assertEquals(1, read.validSites().size());
    assertTrue(read.hasErrors());
    assertTrue(read.invalidSiteIds().isEmpty());
  }

  @Test
  void anIdWithAControlCharacterOrOverlongIsRefused() {
    assertTrue(only(Features.read(collection(polygon("'id':'a\\u0007b'", SQUARE)))).isError());
    String endless = "'id':'" + "x".repeat(201) + "'";
    assertTrue(only(Features.read(collection(polygon(endless, SQUARE)))).isError());
  }

  @Test
  void featuresOfOneIdThatDifferInNameAreTwoSites() {
    checkError(
        Code.A1,
        "site 'a': the id is used for features that differ in name ('Hatra', 'Petra'); give another"
            + " id or the same name",
        Features.read(
            collection(
                polygon("'id':'a','name':'Petra'", SQUARE),
                polygon("'id':'a','name':'Hatra','zone':'buffer'", SQUARE))));
  }

  @Test
  void featuresOfOneIdThatDifferInPriorityAreRefused() {
    checkError(
        Code.A1,
        "site 'a': its features have priorities [1, 2]; give one",
        Features.read(
            collection(
                polygon("'id':'a','priority':1", SQUARE),
                polygon("'id':'a','priority':'2','zone':'buffer'", SQUARE))));
  }

  @Test
  void componentsOfOneZoneAreUnited() {
    SiteImport read =
        Features.read(
            collection(
                polygon("'id':'a'", SQUARE),
                polygon(
                    "'id':'a','note':'x'",
                    "[[[35.005,30],[35.02,30],[35.02,30.01],[35.005,30.01],[35.005,30]]]"),
                polygon("'id':'a','note':'y'", "[[[36,30],[36.01,30],[36.01,30.01],[36,30]]]")));
    Site site = read.validSites().get(0);
    assertEquals(2, site.zones().get(Zone.CORE).getNumGeometries());
    assertTrue(site.zones().get(Zone.CORE).isValid());
    double square_m2 =
        GeodesicArea.area_m2(Features.readPolygon(SQUARE).validSites().get(0).area());
    assertEquals(2.5 * square_m2, GeodesicArea.area_m2(site.area()), 1e-3 * square_m2);
    assertEquals("x", site.attributes().get("note"));
    assertEquals(
        "site 'a': its components differ in 'note'; one value is kept", only(read).message());
  }

  @Test
  void theOrderOfFeaturesDoesNotMatter() {
    var features = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      double west = 35 + 0.004 * i;
      features.add(
          polygon(
              "'id':'s"
                  + i % 3
                  + "','n':"
                  + i
                  + ",'zone':'"
                  + (i % 2 == 0 ? "core" : "buffer")
                  + "'",
              "[[[W,30],[E,30.003],[E,30.01],[W,30.01],[W,30]]]"
                  .replace("W", "" + west)
                  .replace("E", "" + (west + 0.0137))));
    }
    String version =
        Features.read(collection(features.toArray(String[]::new))).registry().version();
    var random = new Random(1);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(features, random);
      SiteImport read = Features.read(collection(features.toArray(String[]::new)));
      assertEquals(3, read.validSites().size());
      assertEquals(version, read.registry().version());
    }
  }

  @Test
  void idsThatDifferInCaseOnlyAreRefused() {
    SiteImport read =
        Features.read(
            collection(
                polygon("'id':'Petra'", SQUARE),
                polygon("'id':'petra'", SQUARE),
                polygon("'id':'hatra'", SQUARE)));
    assertEquals("[Petra, petra]", read.invalidSiteIds().toString());
    assertEquals(1, read.validSites().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'zone':'cor'",
        "'zone':7",
        "'priority':0",
        "'priority':6",
        "'priority':2.5",
        "'priority':'high'"
      })
  void wordsOutsideTheVocabularyAreErrors(String property) {
    String own = "," + property;
    SiteImport read = Features.read(collection(polygon("'id':'a'" + own, SQUARE)));
    assertEquals(Code.A2, only(read).code());
    assertEquals(List.of(), read.validSites());
  }

  @Test
  void oneBadSiteDoesNotKeepTheOthersOut() {
    SiteImport read =
        Features.read(collection(polygon("'id':'bad'", BOW_TIE), polygon("'id':'good'", SQUARE)));
    assertEquals(List.of("good"), read.validSites().stream().map(Site::id).toList());
    assertEquals("[bad]", read.invalidSiteIds().toString());
    assertTrue(read.hasErrors());
  }

  @Test
  void oneBrokenZoneTakesItsSiteAlong() {
    SiteImport read =
        Features.read(
            collection(polygon("'id':'a'", SQUARE), polygon("'id':'a','zone':'buffer'", BOW_TIE)));
    assertEquals(List.of(), read.validSites());
  }
}
