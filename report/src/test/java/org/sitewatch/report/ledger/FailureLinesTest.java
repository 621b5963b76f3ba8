package org.sitewatch.report.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailureLinesTest {
  private final FailureLines failures = new FailureLines();

  @Test
  void whatManySitesShareIsToldOnce() {
    failures.add("a", "Could not look: red.tif is cut off.");
    failures.add("b", "Could not look: nir.tif is gone.");
    failures.add("c", "Could not look: red.tif is cut off.");
    assertEquals(
        List.of(
            "failed: 2 sites, 'a', 'c': Could not look: red.tif is cut off.",
            "failed: site 'b': Could not look: nir.tif is gone."),
        failures.lines());
  }

  @Test
  void ofManySitesTheFirstAreNamed() {
    for (int site = 1; site <= 7; site++) {
      failures.add("s" + site, "Why.");
    }
    assertEquals(
        List.of("failed: 7 sites, 's1', 's2', 's3', 's4', 's5' and 2 more: Why."),
        failures.lines());
  }

  @Test
  void ofManyReasonsTheFirstAreToldAndTheSitesOfTheOthersCounted() {
    for (int site = 0; site < 30; site++) {
      failures.add("s" + site, "Reason " + site % 25 + ".");
    }
    List<String> lines = failures.lines();
    assertEquals(21, lines.size());
    assertEquals("failed: 2 sites, 's0', 's25': Reason 0.", lines.get(0));
    assertEquals("failed: 5 more in coverage.geojson", lines.get(20));
  }
}
