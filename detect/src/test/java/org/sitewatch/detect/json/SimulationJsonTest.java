package org.sitewatch.detect.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.detect.History;
import org.sitewatch.detect.ModelBasis;
import org.sitewatch.detect.plant.DetectionFloor;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.detect.plant.PlantKind;
import org.sitewatch.detect.plant.SensorFloors;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.detect.plant.SizeShare;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

class SimulationJsonTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 12);

  @Test
  void comesBackAsItWas() {
    String text = SimulationJson.write(floors());
    KeptFloors back = SimulationJson.read(text, "khar.json");
    assertEquals(floors(), back);
    assertEquals(text, SimulationJson.write(back));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\":2 | \"schema\":3 | schema must be 2, got 3",
        "\"schema\":2 | \"schema\":1 | schema must be 2, got 1",
        "\"kind\":\"track\" | \"kind\":\"tunnel\" | unknown value 'tunnel'",
        "\"kind\":\"track\" | \"kind\":\"trench\" | trench comes twice at the same strength",
        "\"floor_m2\":100 | \"floor_m2\":123 | a floor of clearing must be one of [50, 100, 200",
        "\"floor_m2\":100 | \"floor_m2\":-1 | must be 1 to 1000000, got -1",
        "\"learnt_on\":\"2024-01-01\" | \"learnt_on\":\"May\" | expected a date like",
        "\"strength\":1.00 | \"strength\":0.50 | floors lack clearing at strength 1",
        "\"strength\":1.00 | \"strength\":2 | strength must be above 0 to 1",
        "\"series\":\"s1\" | \"series\":\"s2\" | series 's2' comes twice",
        "\"state\":\"failed\" | \"state\":\"odd\" | unknown state 'odd'",
        "\"seen\":7 | \"seen\":9 | must be 0 to 8, got 9",
        "\"site_id\":\"khar\" | \"site_id\":7 | expected text"
      })
  void eachFaultIsOneSentence(String old, String broken, String sentence) {
    String text = SimulationJson.write(floors());
    assertTrue(text.contains(old), old + " in " + text);
    UserException refused =
        assertThrows(
            UserException.class,
            () -> SimulationJson.read(text.replaceFirst(old, broken), "khar.json"));
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertTrue(refused.getMessage().startsWith("khar.json"), refused.getMessage());
    assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
  }

  @Test
  void anyGarbageIsRefusedOrRead() {
    String good = SimulationJson.write(floors());
    var random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      var bad = new StringBuilder(good);
      for (int k = 0; k < 1 + random.nextInt(3); k++) {
        bad.setCharAt(random.nextInt(bad.length()), (char) random.nextInt(128));
      }
      try {
        SimulationJson.read(bad.toString(), "khar.json");
      } catch (UserException refused) {
        assertTrue(refused.getMessage().startsWith("khar.json"), "seed 5, " + i);
      }
    }
  }

  private static KeptFloors floors() {
    var floors = new ArrayList<DetectionFloor>();
    for (PlantKind kind : PlantKind.values()) {
      boolean seen = kind == PlantKind.CLEARING;
      List<SizeShare> sizes =
          kind.sizes_m2().stream()
              .map(area -> seen ? new SizeShare(area, 8, 7, 3) : noneSeen(area))
              .toList();
      floors.add(new DetectionFloor(kind, 1, sizes, seen ? 100 : 0, seen ? 3 : Double.NaN));
    }
    var effort =
        new SensorFloors.Effort(
            "b".repeat(64),
            new ModelBasis(LocalDate.of(2024, 1, 1), "a".repeat(64)),
            History.LONG,
            DAY.minusDays(70),
            DAY,
            15,
            12,
            480,
            1);
    return new KeptFloors(
        new SiteFloors(
            "khar",
            List.of(
                new SensorFloors.Failed("s1", "cut short"),
                new SensorFloors.Simulated("s2", effort, floors),
                new SensorFloors.NotSupported("sar", "radar"))),
        new TreeMap<>(Map.of("alert_budget_per_site_year", "1.000000")));
  }

  private static SizeShare noneSeen(int area_m2) {
    return new SizeShare(area_m2, 8, 0, Double.NaN);
  }
}
