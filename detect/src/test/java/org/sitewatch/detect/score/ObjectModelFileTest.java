package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

class ObjectModelFileTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static ObjectNode shipped() throws IOException {
    try (var in = ObjectModelFileTest.class.getResourceAsStream("object-model.json")) {
      return (ObjectNode) MAPPER.readTree(in);
    }
  }

  private static void checkRefused(String why, Consumer<ObjectNode> damage) throws IOException {
    ObjectNode model = shipped();
    damage.accept(model);
    checkRefused(why, MAPPER.writeValueAsString(model));
  }

  private static void checkRefused(String why, String text) {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    var refused = assertThrows(UserException.class, () -> ObjectModelFile.read(in, "model.json"));
    assertEquals(ExitCode.INTEGRITY, refused.exitCode());
    assertTrue(refused.getMessage().startsWith("object model model.json: "), refused.getMessage());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private static ArrayNode firstTree(ObjectNode model, String array) {
    return (ArrayNode) model.path("score").path("trees").get(0).path(array);
  }

  @Test
  void saysOfObjectsWhatTheProgramThatTrainedItSays() throws IOException {
    ObjectModel model = ObjectModelFile.shipped().orElseThrow();
    JsonNode oracle;
    try (var in = ObjectModelFileTest.class.getResourceAsStream("object-model-oracle.json")) {
      oracle = MAPPER.readTree(in);
    }
    for (int row = 0; row < oracle.path("score").size(); row++) {
      double[] features = MAPPER.convertValue(oracle.path("features").get(row), double[].class);
      TypeGuess type = model.type(features);
      assertEquals(
          oracle.path("probability").get(row).asDouble(), model.probability(features), 1e-9);
      assertEquals(oracle.path("type").get(row).asText(), type.type().label());
      assertEquals(oracle.path("type_p").get(row).asDouble(), type.probability(), 1e-9);
      assertTrue(type.probability() + type.secondProbability() <= 1 + 1e-12);
    }
    assertEquals(24, oracle.path("score").size());
  }

  @Test
  void namesWhatItWasTrainedOnByDigestOnly() throws IOException {
    for (JsonNode item : shipped().path("trained_on")) {
      assertTrue(item.asText().matches("[0-9a-f]{64}"), item.asText());
    }
    assertEquals(false, MAPPER.writeValueAsString(shipped()).contains("sim-0"));
  }

  @Test
  void aBrokenFileIsRefusedInOneSentence() throws IOException {
    checkRefused("Unexpected", "{\"schema\": 1, ]");
    checkRefused("schema must be 2", "{}");
    checkRefused("features must be", model -> ((ArrayNode) model.path("features")).remove(3));
    checkRefused("trained_on", model -> model.remove("trained_on"));
    checkRefused(
        "null_rate all: rates must be 49, got 48",
        model -> ((ArrayNode) model.at("/null_rate/all/per_year")).remove(0));
    checkRefused(
        "null_rate: class must be bare, grass or crop, got 'sand'",
        model -> ((ObjectNode) model.path("null_rate")).set("sand", model.at("/null_rate/all")));
    checkRefused(
        "null_rate all per_year is missing",
        model -> ((ObjectNode) model.path("null_rate")).remove("all"));
    checkRefused("score has no trees", model -> model.putObject("score"));
    checkRefused(
        "calibrated probabilities",
        model -> ((ArrayNode) model.path("calibration").path("probability")).set(0, 1.5));
  }

  @Test
  void aTreeThatIsNoneIsRefused() throws IOException {
    checkRefused("no feature 99", model -> firstTree(model, "feature").set(0, 99));
    checkRefused("one length", model -> firstTree(model, "value").remove(0));
    checkRefused("children must lie behind", model -> firstTree(model, "left").set(0, 0));
    checkRefused("must be a number", model -> firstTree(model, "threshold").set(0, "high"));
    checkRefused("whole number", model -> firstTree(model, "right").set(0, 1.5));
  }

  @Test
  void aTypeIsKnownAndThereOnce() throws IOException {
    checkRefused(
        "type 'looting'",
        model -> ((ObjectNode) model.path("types").get(0)).put("type", "looting"));
    checkRefused(
        "there twice", model -> ((ObjectNode) model.path("types").get(0)).put("type", "fire"));
  }
}
