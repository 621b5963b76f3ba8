package org.sitewatch.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitewatch.ingest.stac.profile.CatalogProfile;
import org.sitewatch.ingest.stac.profile.ProfileShelf;
import org.sitewatch.ingest.stac.profile.Signing;

/**
 * Opens images of the hosts that a profile names with a token that anybody may ask for. A token is
 * asked for when the first image of a host is read and again shortly before it runs out; it is in
 * no record and in no message.
 */
final class TokenBook {
  static final TokenBook SHIPPED =
      new TokenBook(
          ProfileShelf.shipped().stream()
              .map(CatalogProfile::signing)
              .flatMap(java.util.Optional::stream)
              .toList());

  private static final Duration SPARE = Duration.ofMinutes(5);
  private static final int MOST_BYTES = 64 << 10;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Map<String, Signing> byHost = new HashMap<>();
  private final Map<String, Token> tokens = new HashMap<>();

  private record Token(String query, Instant until) {}

  TokenBook(List<Signing> signings) {
    for (Signing signing : signings) {
      signing.hosts().forEach(host -> byHost.put(host, signing));
    }
  }

  /** An address that is signed already, or of another host, stays as it is. */
  WebAddress signed(WebAddress address, WebClient client) throws IOException {
    Signing signing = byHost.get(address.uri().getRawAuthority());
    if (signing == null || address.uri().getRawQuery() != null) {
      return address;
    }
    return WebAddress.of(address.uri() + "?" + query(signing, client));
  }

  private synchronized String query(Signing signing, WebClient client) throws IOException {
    Token token = tokens.get(signing.token());
    if (token == null || token.until().minus(SPARE).isBefore(Instant.now())) {
      token = ask(signing, client);
      tokens.put(signing.token(), token);
    }
    return token.query();
  }

  private static Token ask(Signing signing, WebClient client) throws IOException {
    WebAddress where = WebAddress.of(signing.token());
    try {
      JsonNode answer = MAPPER.readTree(client.get(where, Map.of(), MOST_BYTES).body());
      String query = answer.path("token").asText("");
      if (query.matches("[!-~&&[^#]]{1,4000}")) {
        Instant until = OffsetDateTime.parse(answer.path("msft:expiry").asText("")).toInstant();
        return new Token(query, until);
      }
    } catch (JsonProcessingException | DateTimeException broken) {
      // told below; the cause may hold the token
    }
    throw new WebException(WebFault.WRONG, where.uri(), "answered without a token");
  }
}
