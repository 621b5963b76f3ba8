package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.source.WebAnswer;
import org.sitewatch.ingest.source.WebClient;
import org.sitewatch.ingest.source.WebException;
import org.sitewatch.ingest.source.WebFault;
import org.sitewatch.ingest.stac.StrictJson;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Sends requests to a STAC API; what comes back is JSON or a sentence. */
final class ApiDoor {
  private static final int MOST_BYTES = 64 << 20;

  private final WebClient client;

  ApiDoor(WebClient client) {
    this.client = client;
  }

  /**
   * @param from where the answer came from in the end
   */
  record Answer(JsonNode root, WebAddress from) {}

  /**
   * @throws UserException if there is no answer or it is not a JSON object
   */
  Answer ask(PageRequest request) {
    try {
      WebAnswer answer =
          request.body().isPresent()
              ? client.postJson(
                  request.address(),
                  request.body().get().toString().getBytes(StandardCharsets.UTF_8),
                  request.headers(),
                  MOST_BYTES)
              : client.get(request.address(), request.headers(), MOST_BYTES);
      return new Answer(parsed(answer.body(), request.address()), answer.address());
    } catch (WebException failed) {
      throw refusal(failed.getMessage(), failed);
    }
  }

  /** Whether there is a document; also true where the server does not say clearly. */
  boolean isThere(WebAddress address) {
    try {
      client.get(address, Map.of(), MOST_BYTES);
      return true;
    } catch (WebException failed) {
      return failed.fault() != WebFault.MISSING;
    }
  }

  private static JsonNode parsed(byte[] body, WebAddress from) {
    try {
      JsonNode root = StrictJson.read(body);
      if (root == null || !root.isObject()) {
        throw refusal(from + ": answered something that is not a JSON object", null);
      }
      return root;
    } catch (JsonProcessingException broken) {
      throw refusal(
          isMarkup(body)
              ? from + ": answered a web page, not JSON; --api must be the address of a STAC API"
              : from
                  + ": answered broken JSON: "
                  + broken.getOriginalMessage().lines().findFirst().orElse(""),
          broken);
    } catch (IOException noText) { // bytes that are no characters
      throw refusal(from + ": answered broken JSON: " + noText.getMessage(), noText);
    }
  }

  private static boolean isMarkup(byte[] body) {
    for (byte unit : body) {
      if (!Character.isWhitespace(unit)) {
        return unit == '<';
      }
    }
    return false;
  }

  static UserException refusal(String message, Throwable cause) {
    return new UserException(ExitCode.UNAVAILABLE, message, cause);
  }
}
