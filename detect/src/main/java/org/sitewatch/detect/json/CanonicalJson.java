package org.sitewatch.detect.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** How JSON is written and read here. */
final class CanonicalJson {
  private static final int MAX_DEPTH = 24;
  private static final int MAX_TEXT = 100_000;
  private static final int MAX_NUMBER = 1200;
  private static final long MAX_LENGTH = 256L << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .maxNumberLength(MAX_NUMBER)
                          .maxDocumentLength(MAX_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  private CanonicalJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can always be written", impossible);
    }
  }

  /**
   * @param source named in the refusal
   */
  static JsonFields read(String text, String source) {
    try {
      return JsonFields.of(MAPPER.readTree(text), source);
    } catch (JsonProcessingException broken) {
      throw new UserException(
          ExitCode.INTEGRITY, source + ": not valid JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  /** With so many decimals, half-even; null for NaN. */
  static JsonNode number(double value, int decimals) {
    return Double.isNaN(value)
        ? NullNode.getInstance()
        : DecimalNode.valueOf(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
  }

  /** With every digit of the binary value. */
  static JsonNode exact(double value) {
    return DecimalNode.valueOf(new BigDecimal(value));
  }
}
