package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Reads JSON from outside, with limits on depth, length and numbers. */
public final class StrictJson {
  /** An honest answer of 64 MB has fewer; one of empty objects has 40 million. */
  private static final long MOST_TOKENS_OF_AN_ANSWER = 10_000_000;

  private static final ObjectMapper FILES = mapper(Long.MAX_VALUE);
  private static final ObjectMapper ANSWERS = mapper(MOST_TOKENS_OF_AN_ANSWER);

  private static ObjectMapper mapper(long mostTokens) {
    return new ObjectMapper(
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxNumberLength(64)
                    .maxTokenCount(mostTokens)
                    .build())
            .build());
  }

  private StrictJson() {}

  /**
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
   */
  public static JsonNode read(byte[] bytes) throws IOException {
    return ANSWERS.readTree(bytes);
  }

  /**
   * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON
   */
  public static JsonNode read(Path file) throws IOException {
    return FILES.readTree(file.toFile());
  }
}
