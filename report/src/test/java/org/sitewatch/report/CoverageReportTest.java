package org.sitewatch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookShift;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.report.floor.FloorState;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.ledger.Ledger;
import org.sitewatch.report.ledger.LedgerEntry;
import org.sitewatch.report.ledger.RegistryFailure;
import org.sitewatch.sites.LandCover;

class CoverageReportTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 13);
  private static final SiteFloor FLOOR =
      new SiteFloor(
          FloorState.MEASURED,
          "At this site all is seen.",
          "seen",
          DAY.minusDays(1),
          Map.of(PlantKind.CLEARING, 400, PlantKind.TRACK, 125));

  @Test
  void ledgerIsTheGoldenOne() throws IOException {
    GoldenFile.check("coverage.geojson", bytes());
  }

  @Test
  void whatIsNotKnownIsNull() throws IOException {
    JsonNode features = new ObjectMapper().readTree(bytes()).get("features");
    JsonNode broken = features.get(0);
    assertEquals("broken", broken.get("id").asText());
    assertTrue(broken.get("geometry").isNull());
    assertTrue(broken.at("/properties/priority").isNull());
    assertTrue(broken.at("/properties/last_clear").isNull());
    JsonNode seen = features.get(1);
    assertFalse(seen.get("geometry").isNull());
    assertEquals(6, seen.at("/properties/days_since_clear").asInt());
    assertTrue(seen.at("/properties/priority").isInt());
  }

  @Test
  void aFloorIsToldInWordsAndNumbersAndItsAbsenceInWords() throws IOException {
    JsonNode features = new ObjectMapper().readTree(bytes()).get("features");
    JsonNode measured = features.get(1).get("properties");
    assertEquals("At this site all is seen.", measured.get("detection_floor").asText());
    assertEquals("measured", measured.get("floor_state").asText());
    assertEquals("2024-05-12", measured.get("floor_until").asText());
    assertEquals(400, measured.get("floor_clearing_m2").asInt());
    assertTrue(measured.get("floor_pits_3m_m2").isNull());
    JsonNode absent = features.get(2).get("properties");
    assertEquals("Not measured: run 'sitewatch simulate'.", absent.get("detection_floor").asText());
    assertEquals("not_measured", absent.get("floor_state").asText());
    assertTrue(absent.get("floor_clearing_m2").isNull());
  }

  private static byte[] bytes() throws IOException {
    List<LedgerEntry> entries =
        Ledger.of(
            List.of(
                TestDisturbances.site("never", "Never", 5),
                TestDisturbances.site("karakorum", "Хархорум", 1)),
            List.of(new RegistryFailure("broken", "", "outline crosses itself at (1, 2)")),
            List.of(
                new SiteFindings(
                    "karakorum",
                    List.of(TestDisturbances.one().at("karakorum")),
                    List.of(
                        new LookOutcome.Unseen(
                            "l1", DAY.minusDays(5), "sentinel-2-l2a", LookOutcome.Cause.CLOUD),
                        new LookOutcome.Seen(
                            "l2", DAY, "sentinel-2-l2a", 0.97, 0.95, LookShift.NONE)),
                    DAY,
                    0,
                    0,
                    new HeldBudget(0.36, 0.8333333, LandCover.GRASS, 1, 0.75)),
                new SiteFindings(
                    "never",
                    List.of(),
                    List.of(
                        new LookOutcome.Unseen("", LocalDate.MIN, "", LookOutcome.Cause.NO_SCENE)),
                    null,
                    0,
                    0,
                    HeldBudget.NONE)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CoverageReport.write(
        "2024-W20",
        new Period(LocalDate.of(2024, 5, 12), TestDisturbances.UNTIL),
        entries,
        Map.of("karakorum", new HeldBudget(0.36, 0.8333333, LandCover.GRASS, 1, 0.75)),
        Map.of("karakorum", FLOOR),
        Map.of("karakorum", List.of("S2_20240513: mask: none")),
        out);
    return out.toByteArray();
  }
}
