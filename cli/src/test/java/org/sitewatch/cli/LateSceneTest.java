package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sitewatch.cli.SmallWorkspace.FIRST_WEEK;
import static org.sitewatch.cli.SmallWorkspace.SECOND_WEEK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pass of 9 September that shows the pit comes after that week was reported without it. */
@Tag("slow")
class LateSceneTest {
  private static final String LATE = "2024-09-09";

  /** Pictures are called by the id; what they show is not of the order. */
  private static final List<String> OF_THE_ORDER =
      List.of(
          "id",
          "alerted_on",
          "alert_trace",
          "published_in",
          "before_chip",
          "after_chip",
          "before_soil_chip",
          "after_soil_chip");

  @TempDir static Path folder;
  static Map<String, String> published;
  static SmallWorkspace late;
  static SmallWorkspace inOrder;

  @BeforeAll
  static void scanBoth() {
    late = SmallWorkspace.registered(folder.resolve("late"));
    inOrder = late.copyTo(folder.resolve("in-order"));
    late.scanWeek(FIRST_WEEK).exits(0);
    published = late.contents(FIRST_WEEK);
    for (SmallWorkspace workspace : List.of(late, inOrder)) {
      workspace.add(List.of(workspace.scenes().pass(LATE, true))).exits(0);
    }
    inOrder.scanWeek(FIRST_WEEK).exits(0);
    late.scanWeek(SECOND_WEEK).exits(0);
    inOrder.scanWeek(SECOND_WEEK).exits(0);
  }

  @Test
  void thePublishedRunStaysAsItIs() {
    assertEquals(published, late.contents(FIRST_WEEK));
  }

  @Test
  void thePublishedNameStays() {
    ObjectNode before = only(late, FIRST_WEEK);
    ObjectNode after = only(late, SECOND_WEEK);
    assertEquals("alpha-20240911-a", after.path("id").asText());
    assertEquals("2024-09-11", after.path("alerted_on").asText());
    assertEquals(FIRST_WEEK, after.path("published_in").asText());
    String trace = after.path("alert_trace").asText();
    assertEquals(before.path("alert_trace").asText(), trace.substring(0, trace.indexOf(';')));
  }

  @Test
  void allElseIsAsIfItHadComeInTime() {
    ObjectNode came = only(inOrder, SECOND_WEEK);
    ObjectNode after = only(late, SECOND_WEEK);
    assertEquals("alpha-20240909-a", came.path("id").asText());
    assertEquals("2024-09-09", after.path("occurred_to").asText());
    assertEquals(3, after.path("looks_disturbed").asInt());
    came.remove(OF_THE_ORDER);
    after.remove(OF_THE_ORDER);
    assertEquals(came, after);
  }

  @Test
  void anOlderStateThatWasEditedIsRefusedWhenItIsReadForALateScene() throws IOException {
    SmallWorkspace edited = inOrder.copyTo(folder.resolve("edited"));
    edited.add(List.of(edited.scenes().pass("2024-09-17", true))).exits(0);
    Path state = edited.root().resolve("state").resolve(FIRST_WEEK).resolve("alpha.json");
    Files.writeString(state, Files.readString(state) + " ");
    edited.scanWeek("2024-W39").refuses(6, state + ": is not what its run recorded");
  }

  private static ObjectNode only(SmallWorkspace workspace, String run) {
    List<JsonNode> features =
        Features.of(workspace.runDirectory(run).resolve("disturbances.geojson"));
    assertEquals(1, features.size(), features.toString());
    return (ObjectNode) features.get(0).path("properties");
  }
}
