package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * A JSON file from outside, read with limits on depth, length and numbers.
 *
 * @param path of the file, absolute
 */
record JsonDocument(Path path, JsonNode root) {
  private static final long MAX_BYTES = 512L << 20;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(64)
                      .maxStringLength(1 << 20)
                      .maxNumberLength(64)
                      .build())
              .build());

  static JsonDocument read(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      long size = Files.size(absolute);
      if (size > MAX_BYTES) {
        throw refusal(
            path + ": " + size + " bytes of JSON, at most " + MAX_BYTES + " are read", null);
      }
      JsonNode root = MAPPER.readTree(absolute.toFile());
      if (root == null || !root.isObject()) {
        throw refusal(path + ": not a JSON object", null);
      }
      return new JsonDocument(absolute, root);
    } catch (NoSuchFileException missing) {
      throw refusal(path + ": no such file", missing);
    } catch (JsonProcessingException broken) {
      throw refusal(
          path
              + ": not valid JSON at line "
              + (broken.getLocation() == null ? "?" : broken.getLocation().getLineNr())
              + ": "
              + broken.getOriginalMessage(),
          broken);
    } catch (IOException unreadable) {
      throw refusal(path + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  Path folder() {
    return path.getParent();
  }

  private static UserException refusal(String message, Throwable cause) {
    return new UserException(ExitCode.UNAVAILABLE, message, cause);
  }
}
