package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts/simulate-scale measures is the program, and weeks go on from each other in it. */
@Tag("slow")
class SimulatedWeekTest {
  @TempDir static Path folder;

  @Test
  void weeksGoOnFromEachOther() throws Exception {
    SmallWorkspace workspace = SmallWorkspace.registered(folder.resolve("w"));
    var ids = new ArrayList<List<String>>();
    for (String week : List.of(SmallWorkspace.FIRST_WEEK, SmallWorkspace.SECOND_WEEK)) {
      SimulatedWeek made =
          SimulatedWeek.scan(
              "--workspace",
              workspace.root().toString(),
              "--alerts-per-thousand",
              "1000",
              "--pictures-max",
              "0",
              "--threads",
              "1",
              "--week",
              week);
      assertTrue(made.plan().present() > 0, "earlier tiles are said to be there");
      assertTrue(Files.isRegularFile(made.outcome().directory().resolve("report.html")));
      ids.add(
          Features.of(made.outcome().directory().resolve("disturbances.geojson")).stream()
              .map(feature -> feature.path("properties"))
              .filter(one -> !one.path("status").asText().equals("finished"))
              .map(one -> one.path("id").asText())
              .toList());
    }
    assertTrue(ids.get(0).size() > 0, "every clear look raises one");
    assertTrue(ids.get(1).containsAll(ids.get(0)), ids.toString());
    JsonNode manifest =
        SmallScenes.read(workspace.runDirectory(SmallWorkspace.SECOND_WEEK).resolve("run.json"));
    assertEquals(SmallWorkspace.FIRST_WEEK, manifest.path("previous").path("run").asText());
  }
}
