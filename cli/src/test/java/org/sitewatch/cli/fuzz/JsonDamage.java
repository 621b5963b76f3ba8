package org.sitewatch.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damage to JSON: good JSON that says something else, or hardly any. */
final class JsonDamage {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_DEPTH = 100_000;

  private final TextDamage text;

  /**
   * @param text for the third that is damaged as text
   */
  JsonDamage(TextDamage text) {
    this.text = text;
  }

  static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  byte[] hit(byte[] document, byte[] other, SplittableRandom chance) {
    if (chance.nextInt(3) == 0) {
      return text.hit(
          new String(document, StandardCharsets.UTF_8),
          new String(other, StandardCharsets.UTF_8),
          chance);
    }
    JsonNode root = read(document);
    int hits = 1 + chance.nextInt(3);
    for (int i = 0; i < hits; i++) {
      List<ContainerNode<?>> places = places(root);
      one(places.get(chance.nextInt(places.size())), root, read(other), chance);
    }
    return written(root.toString(), chance);
  }

  /** What a tree cannot say. */
  private static byte[] written(String json, SplittableRandom chance) {
    int at = json.indexOf("\":", chance.nextInt(json.length())) + 2;
    String word =
        switch (chance.nextInt(24)) {
          case 0 -> "1e999999999,\"x\":";
          case 1 -> "-0.0,\"x\":";
          case 2 -> "1" + "0".repeat(chance.nextInt(3_000)) + ",\"x\":";
          case 3 -> "[".repeat(depth(chance));
          case 4 -> {
            int depth = depth(chance);
            yield "[".repeat(depth) + "]".repeat(depth) + ",\"x\":";
          }
          case 5 -> "{\"a\":".repeat(depth(chance));
          case 6 -> "NaN,\"x\":";
          case 7 -> "\"\\ud800\",\"x\":";
          case 8 -> "\"" + "y".repeat(chance.nextInt(MOST_DEPTH)) + "\",\"x\":";
          case 9 -> "1,\"id\":2,\"id\":3,\"type\":";
          case 10 -> "/* a */";
          default -> "";
        };
    return (at > 1 ? json.substring(0, at) + word + json.substring(at) : json)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int depth(SplittableRandom chance) {
    return 1 + chance.nextInt(chance.nextInt(8) == 0 ? MOST_DEPTH : 1_100);
  }

  private static List<ContainerNode<?>> places(JsonNode root) {
    var places = new ArrayList<ContainerNode<?>>();
    if (root instanceof ContainerNode<?> container) {
      places.add(container);
      for (JsonNode child : root) {
        places.addAll(places(child));
      }
    }
    return places;
  }

  private static void one(
      ContainerNode<?> place, JsonNode root, JsonNode other, SplittableRandom chance) {
    if (place instanceof ObjectNode object) {
      one(object, root, other, chance);
    } else if (place instanceof ArrayNode array) {
      one(array, root, other, chance);
    }
  }

  private static void one(
      ObjectNode object, JsonNode root, JsonNode other, SplittableRandom chance) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      object.set("x", any(root, other, chance));
      return;
    }
    String name = names.get(chance.nextInt(names.size()));
    switch (chance.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(name.toUpperCase(java.util.Locale.ROOT), object.remove(name));
      case 2 -> object.set(names.get(chance.nextInt(names.size())), object.get(name));
      default -> object.set(name, changed(object.get(name), root, other, chance));
    }
  }

  private static void one(ArrayNode array, JsonNode root, JsonNode other, SplittableRandom chance) {
    int at = chance.nextInt(array.size() + 1);
    if (at == array.size()) {
      array.add(any(root, other, chance));
      return;
    }
    switch (chance.nextInt(5)) {
      case 0 -> array.remove(at);
      case 1 -> array.insert(at, array.get(at).deepCopy());
      case 2 -> array.add(array.remove(at));
      default -> array.set(at, changed(array.get(at), root, other, chance));
    }
  }

  /** Often something of the same kind, so that the first check is passed. */
  private static JsonNode changed(
      JsonNode value, JsonNode root, JsonNode other, SplittableRandom chance) {
    if (chance.nextBoolean()) {
      return any(root, other, chance);
    }
    if (value.isNumber()) {
      return chance.nextBoolean()
          ? NODES.numberNode(ByteDamage.oddNumber(chance))
          : NODES.numberNode(value.asDouble() * chance.nextInt(-3, 4) + chance.nextInt(3));
    }
    if (value.isTextual()) {
      String text = value.asText();
      int at = chance.nextInt(text.length() + 1);
      String sign = String.valueOf((char) chance.nextInt(chance.nextBoolean() ? 128 : 65536));
      return NODES.textNode(text.substring(0, at) + sign + text.substring(at));
    }
    return NODES.arrayNode().add(value);
  }

  private static JsonNode any(JsonNode root, JsonNode other, SplittableRandom chance) {
    return switch (chance.nextInt(16)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(chance.nextBoolean());
      case 2 -> NODES.textNode("");
      case 3 -> NODES.objectNode();
      case 4 -> NODES.arrayNode();
      case 5 -> NODES.numberNode(ByteDamage.oddNumber(chance));
      case 6 -> finite(ByteDamage.oddDouble(chance));
      case 7 -> NODES.numberNode(BigInteger.TEN.pow(chance.nextInt(120)));
      case 8 -> NODES.textNode("../".repeat(chance.nextInt(8)) + "etc/passwd");
      case 9 -> NODES.textNode("http://127.0.0.1:1/x");
      case 10 -> NODES.textNode("9999-99-99T99:99:99Z");
      case 11 -> NODES.textNode("+999999999-12-31T23:59:59Z");
      default -> {
        List<ContainerNode<?>> places = places(chance.nextBoolean() ? root : other);
        yield places.get(chance.nextInt(places.size())).deepCopy();
      }
    };
  }

  private static JsonNode finite(double odd) {
    return Double.isFinite(odd) ? NODES.numberNode(odd) : NODES.textNode(Double.toString(odd));
  }
}
