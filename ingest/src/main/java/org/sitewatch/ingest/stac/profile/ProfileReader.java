package org.sitewatch.ingest.stac.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Quote;
import org.sitewatch.sites.UserException;

/** Reads a profile: one JSON object, all of whose words are known. */
final class ProfileReader {
  private static final Set<String> WORDS =
      Set.of(
          "name",
          "title",
          "api",
          "collections",
          "sensor",
          "assets",
          "masks",
          "signing",
          "access",
          "terms",
          "source",
          "warning");
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ProfileReader() {}

  /**
   * @param where for messages
   */
  static CatalogProfile read(byte[] json, String where) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root == null || !root.isObject()) {
        throw new IllegalArgumentException("expected a JSON object");
      }
      for (var field : root.properties()) {
        if (!WORDS.contains(field.getKey())) {
          throw new IllegalArgumentException(
              "unknown word '"
                  + Quote.of(field.getKey())
                  + "', known are "
                  + WORDS.stream().sorted().toList());
        }
      }
      return profile(root);
    } catch (JsonProcessingException broken) {
      throw refusal(where + ": not valid JSON: " + broken.getOriginalMessage(), broken);
    } catch (IllegalArgumentException wrong) {
      throw refusal(where + ": " + wrong.getMessage(), wrong);
    } catch (IOException noText) { // bytes that are no characters
      throw refusal(where + ": not valid JSON: " + noText.getMessage(), noText);
    }
  }

  private static CatalogProfile profile(JsonNode root) {
    return new CatalogProfile(
        needed(root, "name"),
        root.path("title").asText(root.path("name").asText()),
        needed(root, "api"),
        words(root.path("collections")),
        root.path("sensor").asText(""),
        new AssetMapping(bands(root.path("assets")), words(root.path("masks"))),
        signing(root.path("signing")),
        new CatalogProfile.Notes(
            root.path("access").asText(""),
            root.path("terms").asText(""),
            root.path("source").asText(""),
            root.path("warning").asText("")));
  }

  private static String needed(JsonNode root, String word) {
    String value = root.path(word).asText("");
    if (value.isBlank()) {
      throw new IllegalArgumentException("'" + word + "' is missing");
    }
    return value;
  }

  private static TreeMap<String, List<String>> bands(JsonNode assets) {
    var bands = new TreeMap<String, List<String>>();
    for (var asset : assets.properties()) {
      bands.put(asset.getKey(), words(asset.getValue()));
    }
    return bands;
  }

  /** A word or a list of them. */
  private static List<String> words(JsonNode node) {
    var words = new ArrayList<String>();
    if (node.isTextual()) {
      words.add(node.asText());
    }
    node.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Optional<Signing> signing(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (!needed(node, "kind").equals(Signing.AZURE_SAS)) {
      throw new IllegalArgumentException("signing kind must be " + Signing.AZURE_SAS);
    }
    return Optional.of(new Signing(needed(node, "token"), words(node.path("hosts"))));
  }

  private static UserException refusal(String message, Throwable cause) {
    return new UserException(ExitCode.USAGE, message, cause);
  }
}
