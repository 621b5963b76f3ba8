package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewatch.ingest.stac.profile.Signing;

/** A token service that answers as Planetary Computer's says it does. */
final class TokenBookTest {
  private final LoopbackServer server = new LoopbackServer();
  private final WebClient client = SourceDoor.DEFAULT.client();
  private int asked;

  @AfterEach
  void stop() {
    server.close();
  }

  private TokenBook book(Duration life) {
    server.at(
        "/token",
        exchange ->
            LoopbackServer.answer(
                exchange,
                200,
                Map.of(),
                "{\"msft:expiry\":\"%s\",\"token\":\"sig=a%%2Bb&n=%d\"}"
                    .formatted(Instant.now().plus(life), ++asked)
                    .getBytes(StandardCharsets.UTF_8)));
    return new TokenBook(
        List.of(new Signing(server.address("/token").uri().toString(), List.of("images.example"))));
  }

  private String read(TokenBook book, String address) throws IOException {
    return book.signed((WebAddress) Location.of(address), client).uri().toString();
  }

  @Test
  void aTokenServesUntilItIsNearItsEnd() throws IOException {
    TokenBook lasting = book(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      assertEquals(
          "https://images.example/a.tif?sig=a%2Bb&n=1",
          read(lasting, "https://images.example/a.tif"));
    }
    assertEquals(1, asked);
  }

  @Test
  void aTokenThatIsRunningOutIsAskedForAgain() throws IOException {
    TokenBook passing = book(Duration.ofMinutes(4));
    read(passing, "https://images.example/a.tif");
    assertEquals(
        "https://images.example/a.tif?sig=a%2Bb&n=2",
        read(passing, "https://images.example/a.tif"));
  }

  @Test
  void otherHostsAndSignedAddressesStayAsTheyAre() throws IOException {
    TokenBook book = book(Duration.ofHours(1));
    for (String address :
        List.of("https://other.example/a.tif", "https://images.example/a.tif?sig=mine")) {
      assertEquals(address, read(book, address));
    }
    assertEquals(0, asked);
  }

  @Test
  void anAnswerWithoutATokenIsSaidWithoutItsWords() {
    server.at(
        "/token",
        exchange ->
            LoopbackServer.answer(exchange, 200, Map.of(), "{\"token\":\"a b\"}".getBytes()));
    var book =
        new TokenBook(
            List.of(
                new Signing(server.address("/token").uri().toString(), List.of("images.example"))));
    var refused =
        assertThrows(WebException.class, () -> read(book, "https://images.example/a.tif"));
    assertEquals("answered without a token", refused.problem());
    assertFalse(refused.getMessage().contains("a b"));
  }
}
