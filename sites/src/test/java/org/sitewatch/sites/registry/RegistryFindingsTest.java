package org.sitewatch.sites.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.sites.registry.Features.collection;
import static org.sitewatch.sites.registry.Features.polygon;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** Every code with its site, place, sentence, cure and proposal, on a file Python wrote. */
class RegistryFindingsTest {
  static final Path RESOURCES = Path.of("src/test/resources/org/sitewatch/sites/registry");
  private static final SiteImport BROKEN =
      RegistryReader.read(RESOURCES.resolve("broken-python.geojson"));

  private static RegistryFinding only(String siteId, Code code) {
    List<RegistryFinding> found =
        BROKEN.findings().stream()
            .filter(one -> one.siteId().equals(siteId) && one.code() == code)
            .toList();
    assertEquals(1, found.size(), found::toString);
    return found.get(0);
  }

  /** Areas by pyproj's Geod of what shapely's make_valid gives. */
  @ParameterizedTest
  @CsvSource({
    "a-bowtie, G1, true, 0, 1690729.3",
    "b-open, G1, true, 3381458.6, 3381458.6",
    "c-double, G1, false, 3381458.6, 3381458.6",
    "e-anti, G4, true, 972714.4, 972714.4",
    "f-anti2, G4, true, 1012395.4, 1012395.4"
  })
  void anOutlineIsProposedRepairedWithItsAreas(
      String siteId, Code code, boolean isError, double before_m2, double after_m2) {
    RegistryFinding finding = only(siteId, code);
    assertEquals(isError, finding.isError());
    assertEquals(before_m2, finding.proposal().areaBefore_m2(), 0.1);
    assertEquals(after_m2, finding.proposal().areaAfter_m2(), 0.1);
    assertTrue(finding.proposal().outline().isValid());
  }

  @Test
  void anOutlineOverTheAntimeridianIsProposedInTwoParts() {
    for (String siteId : List.of("e-anti", "f-anti2")) {
      var outline = only(siteId, Code.G4).proposal().outline();
      assertEquals(2, outline.getNumGeometries());
      assertEquals(
          new Envelope(
              -180,
              180,
              outline.getEnvelopeInternal().getMinY(),
              outline.getEnvelopeInternal().getMaxY()),
          outline.getEnvelopeInternal());
    }
  }

  @Test
  void swappedPlacesAreProposedTheOtherWayRound() {
    Proposal swap = only("d-swap", Code.G3).proposal();
    assertTrue(swap.isSwap());
    assertTrue(Double.isNaN(swap.areaBefore_m2()));
    assertEquals(new Envelope(104.3, 104.32, 47, 47.02), swap.outline().getEnvelopeInternal());
  }

  @Test
  void everyFindingOfASiteThatIsOnTheGroundHasAPlaceAndACure() {
    for (RegistryFinding finding : BROKEN.findings()) {
      assertFalse(finding.cure().isEmpty(), finding::toString);
      assertEquals(finding.message(), finding.problem() + "; " + finding.cure());
      boolean isNowhere = finding.siteId().equals("n-metres");
      assertEquals(!isNowhere, Double.isFinite(finding.lon()), finding::toString);
    }
  }

  @Test
  void everyCodeOfTheTableIsThere() {
    var codes = new TreeMap<Code, String>();
    BROKEN.findings().forEach(one -> codes.put(one.code(), one.siteId()));
    assertEquals("[G1, G2, G3, G4, G5, G6, G7, A2]", codes.keySet().toString());
  }

  /** Areas by hand: 0.005 of 0.01 degrees, and a quarter of a site. */
  @Test
  void zonesAndSitesThatLieOddlyAreWarningsWithTheAreaInQuestion() {
    List<RegistryFinding> found =
        BROKEN.findings().stream().filter(one -> one.code() == Code.G5).toList();
    assertEquals(2, found.size());
    assertEquals(
        "site 'g-zones': 211351 m² lie in site 'h-over' too (core and buffer), at (104.4125,"
            + " 47.0075)",
        found.get(0).problem());
    assertEquals(
        "site 'g-zones': buffer does not hold the core: 422721 m² lie outside, at (104.4025,"
            + " 47.005)",
        found.get(1).problem());
    assertTrue(found.stream().noneMatch(RegistryFinding::isError));
  }

  @Test
  void aBufferThatIsARingAroundTheCoreHoldsIt() {
    String ring =
        "[[[34.99,29.99],[35.02,29.99],[35.02,30.02],[34.99,30.02],[34.99,29.99]],"
            + "[[35,30],[35,30.01],[35.01,30.01],[35.01,30],[35,30]]]";
    SiteImport read =
        Features.read(
            collection(
                polygon("'id':'a'", Features.SQUARE), polygon("'id':'a','zone':'buffer'", ring)));
    assertEquals(List.of(), read.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"35.01", "35.010000001"})
  void sitesThatShareABoundaryDoNotOverlap(String west) {
    String other = "[[[W,30],[35.02,30],[35.02,30.01],[W,30.01],[W,30]]]".replace("W", west);
    SiteImport read =
        Features.read(collection(polygon("'id':'a'", Features.SQUARE), polygon("'id':'b'", other)));
    assertEquals(List.of(), read.findings());
  }

  @Test
  void aSwapIsSeenAmongAllSitesAndAsked() {
    var sites = new java.util.ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      String west = "35." + i;
      sites.add(
          polygon(
              "'id':'p" + i + "'",
              "[[[W,30],[W1,30],[W1,30.01],[W,30]]]".replace("W1", west + "1").replace("W", west)));
    }
    sites.add(polygon("'id':'swapped'", "[[[30,35.2],[30.01,35.2],[30.01,35.21],[30,35.2]]]"));
    SiteImport read = Features.read(collection(sites.toArray(String[]::new)));
    RegistryFinding asked = read.findings().get(0);
    assertEquals(1, read.findings().size());
    assertEquals(Code.G3, asked.code());
    assertEquals("swapped", asked.siteId());
    assertFalse(asked.isError());
    assertEquals(
        "if so swap them, it would lie among the others at (35.205, 30.005)", asked.cure());
    assertEquals(List.of(), read.within(new Envelope(30, 36, 29, 36)).errors());
    SiteImport inJordan = read.within(new Envelope(34, 40, 29, 34));
    assertEquals("[swapped]", inJordan.invalidSiteIds().toString());
    assertEquals(5, inJordan.validSites().size());
    assertTrue(inJordan.errors().get(0).proposal().isSwap());
  }

  @Test
  void sitesAllOverTheWorldAreNotTakenForSwapped() {
    SiteImport read =
        Features.read(
            collection(
                polygon("'id':'a'", Features.SQUARE),
                polygon("'id':'b'", "[[[-70,-30],[-69.99,-30],[-69.99,-29.99],[-70,-30]]]"),
                polygon("'id':'c'", "[[[104,47],[104.01,47],[104.01,47.01],[104,47]]]"),
                polygon("'id':'d'", "[[[30,35],[30.01,35],[30.01,35.01],[30,35]]]")));
    assertEquals(List.of(), read.findings());
  }

  @Test
  void aSiteUnderAnotherIdIsFoundByItsGround() {
    SiteRegistry before =
        Features.read(collection(polygon("'id':'old'", Features.SQUARE))).registry();
    String nearly = "[[[35,30],[35.011,30],[35.011,30.01],[35,30.01],[35,30]]]";
    SiteImport after = Features.read(collection(polygon("'id':'new'", nearly)));
    SiteImport found = after.with(RenamedSites.findings(before, after.registry()));
    RegistryFinding renamed = found.findings().get(0);
    assertEquals(Code.A1, renamed.code());
    assertTrue(renamed.isError());
    assertTrue(
        renamed
            .problem()
            .startsWith(
                "site 'new': id changed since the last registry: was 'old' (91 % of the ground is"
                    + " the same),"),
        renamed::problem);
    assertEquals(List.of(), found.validSites());
    assertEquals(List.of(), RenamedSites.findings(before, before));
  }

  @ParameterizedTest
  @CsvSource({
    "restrictd, restricted",
    "'Core zone', core",
    "Perimiter Poligon, Perimeter Polygon",
    "very high, High",
    "xyz, ''"
  })
  void theNearestWordIsTheOneThatWasMeant(String wrong, String meant) {
    List<String> all = new java.util.ArrayList<>();
    for (RegistryField field : RegistryField.values()) {
      all.addAll(field.words());
    }
    List<String> nearest = NearestWords.of(wrong, all);
    assertEquals(meant, nearest.isEmpty() ? "" : nearest.get(0), nearest::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "gpkg"})
  void theExampleRegistryPassesEveryCheck(String format) {
    SiteImport read = RegistryReader.read(Path.of("examples/registry." + format));
    assertEquals(List.of(), read.findings());
    assertEquals(4, read.validSites().size());
  }
}
