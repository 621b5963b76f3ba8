package org.sitewatch.detect.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.score.BoostedTrees.Tree;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/** Reads the file that {@code scripts/train} writes. Nothing in it is believed unchecked. */
public final class ObjectModelFile {
  private static final String SHIPPED = "object-model.json";
  private static final int SCHEMA = 2;
  private static final String ALL = "all";

  private static Optional<ObjectModel> shipped = Optional.empty();
  private static String shippedSha256 = "";

  private ObjectModelFile() {}

  /** The model that ships with the program, empty if none does; read once a process. */
  public static synchronized Optional<ObjectModel> shipped() {
    if (shipped.isEmpty()) {
      try (InputStream in = ObjectModelFile.class.getResourceAsStream(SHIPPED)) {
        shipped = in == null ? Optional.empty() : Optional.of(read(in, SHIPPED));
      } catch (IOException unreadable) {
        throw refused(SHIPPED, unreadable.getMessage(), unreadable);
      }
    }
    return shipped;
  }

  /**
   * sha256 of the shipped model in hex, empty if none ships: another model judges otherwise. Every
   * state of every site asks for it, so the bytes are read once a process.
   */
  public static synchronized String shippedSha256() {
    if (shippedSha256.isEmpty()) {
      try (InputStream in = ObjectModelFile.class.getResourceAsStream(SHIPPED)) {
        shippedSha256 = in == null ? "" : Sha256.of(in.readAllBytes());
      } catch (IOException unreadable) {
        throw refused(SHIPPED, unreadable.getMessage(), unreadable);
      }
    }
    return shippedSha256;
  }

  /**
   * @param source named in the refusal
   * @throws UserException with {@link ExitCode#INTEGRITY} if it is not what the script writes
   */
  public static ObjectModel read(InputStream in, String source) {
    try {
      return model(new ObjectMapper().readTree(in));
    } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
      throw refused(source, broken.getOriginalMessage(), broken);
    } catch (IOException | IllegalArgumentException broken) {
      throw refused(source, broken.getMessage(), broken);
    }
  }

  private static UserException refused(String source, String why, Exception cause) {
    return new UserException(
        ExitCode.INTEGRITY,
        "object model %s: %s; write it again with scripts/train".formatted(source, why),
        cause);
  }

  private static ObjectModel model(JsonNode file) {
    if (file.path("schema").asInt() != SCHEMA) {
      throw new IllegalArgumentException(
          "schema must be %d, got %s".formatted(SCHEMA, file.path("schema")));
    }
    var names = new ArrayList<String>();
    file.path("features").forEach(name -> names.add(name.asText()));
    if (!names.equals(ObjectFeatures.NAMES)) {
      throw new IllegalArgumentException(
          "features must be %s, got %s".formatted(ObjectFeatures.NAMES, names));
    }
    if (file.path("trained_on").isEmpty()) {
      throw new IllegalArgumentException("trained_on must name what it was trained on");
    }
    JsonNode calibration = file.path("calibration");
    return new ObjectModel(
        trees(file.path("score"), "score"),
        new Calibration(
            numbers(calibration.path("score"), "calibration score"),
            numbers(calibration.path("probability"), "calibration probability")),
        nullRates(file.path("null_rate")),
        types(file.path("types")));
  }

  /** By class, and "all" for classes that hardly any training site is of. */
  private static NullRates nullRates(JsonNode node) {
    var ofClass = new EnumMap<LandCover, ClassRate>(LandCover.class);
    for (String name : (Iterable<String>) node::fieldNames) {
      if (!name.equals(ALL)) {
        LandCover cover =
            LandCover.findLabel(name)
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "null_rate: class must be %s, got '%s'"
                                .formatted(LandCover.WORDS, name)));
        ofClass.put(cover, classRate(node.path(name), "null_rate " + name));
      }
    }
    return new NullRates(ofClass, classRate(node.path(ALL), "null_rate " + ALL));
  }

  private static ClassRate classRate(JsonNode node, String name) {
    double[] perYear = numbers(node.path("per_year"), name + " per_year");
    int siteYears = integers(node.path("site_years"), name + " site_years")[0];
    try {
      return new ClassRate(perYear, siteYears);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
    }
  }

  private static List<ObjectModel.TypeTrees> types(JsonNode node) {
    var types = new ArrayList<ObjectModel.TypeTrees>();
    var seen = EnumSet.noneOf(DisturbanceType.class);
    for (JsonNode one : node) {
      String label = one.path("type").asText();
      DisturbanceType type =
          DisturbanceType.findLabel(label)
              .filter(seen::add)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "type '%s' is not known or there twice".formatted(label)));
      types.add(new ObjectModel.TypeTrees(type, trees(one, label)));
    }
    return types;
  }

  private static BoostedTrees trees(JsonNode node, String name) {
    var trees = new ArrayList<Tree>();
    for (JsonNode tree : node.path("trees")) {
      String where = "%s tree %d".formatted(name, trees.size());
      try {
        trees.add(
            new Tree(
                integers(tree.path("feature"), where),
                numbers(tree.path("threshold"), where),
                integers(tree.path("left"), where),
                integers(tree.path("right"), where),
                numbers(tree.path("value"), where)));
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(where + ": " + wrong.getMessage(), wrong);
      }
    }
    if (trees.isEmpty()) {
      throw new IllegalArgumentException(name + " has no trees");
    }
    return new BoostedTrees(numbers(node.path("start"), name + " start")[0], trees);
  }

  private static double[] numbers(JsonNode node, String name) {
    JsonNode list = node.isNumber() ? new ObjectMapper().createArrayNode().add(node) : node;
    var numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!list.get(i).isNumber()) {
        throw new IllegalArgumentException(
            "%s: entry %d must be a number, got %s".formatted(name, i, list.get(i)));
      }
      numbers[i] = list.get(i).asDouble();
    }
    if (numbers.length == 0) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return numbers;
  }

  private static int[] integers(JsonNode node, String name) {
    double[] numbers = numbers(node, name);
    var integers = new int[numbers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = (int) numbers[i];
      if (integers[i] != numbers[i]) {
        throw new IllegalArgumentException(
            "%s: entry %d must be a whole number, got %s".formatted(name, i, numbers[i]));
      }
    }
    return integers;
  }
}
