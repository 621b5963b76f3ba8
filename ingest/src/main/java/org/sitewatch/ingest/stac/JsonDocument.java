package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.sitewatch.ingest.source.LocalFile;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.source.WebAnswer;
import org.sitewatch.ingest.source.WebException;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * A JSON document from outside, read with limits on depth, length and numbers.
 *
 * @param location where it came from in the end, redirects followed
 */
record JsonDocument(Location location, JsonNode root) {
  private static final long MAX_BYTES = 512L << 20;
  private static final int MAX_WEB_BYTES = 64 << 20;

  static JsonDocument read(Path path) {
    return read(LocalFile.of(path), SourceDoor.DEFAULT);
  }

  static JsonDocument read(Location location, SourceDoor door) {
    try {
      if (!(location instanceof LocalFile local)) {
        WebAnswer answer = door.client().get(door.addressOf(location), Map.of(), MAX_WEB_BYTES);
        boolean isWeb = location instanceof WebAddress;
        return parsed(isWeb ? answer.address() : location, StrictJson.read(answer.body()));
      }
      Path file = local.path();
      long size = Files.size(file);
      if (size > MAX_BYTES) {
        throw refusal(
            location + ": " + size + " bytes of JSON, at most " + MAX_BYTES + " are read", null);
      }
      return parsed(location, StrictJson.read(file));
    } catch (NoSuchFileException missing) {
      throw refusal(location + ": no such file", missing);
    } catch (JsonProcessingException broken) {
      throw refusal(
          location
              + ": not valid JSON at line "
              + (broken.getLocation() == null ? "?" : broken.getLocation().getLineNr())
              + ": "
              + broken.getOriginalMessage(),
          broken);
    } catch (WebException failed) {
      throw refusal(failed.getMessage(), failed);
    } catch (IOException unreadable) {
      throw refusal(location + ": cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static JsonDocument parsed(Location location, JsonNode root) {
    if (root == null || !root.isObject()) {
      throw refusal(location + ": not a JSON object", null);
    }
    return new JsonDocument(location, root);
  }

  Location folder() {
    return location.parent();
  }

  private static UserException refusal(String message, Throwable cause) {
    return new UserException(ExitCode.UNAVAILABLE, message, cause);
  }
}
