package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server can do to us ends in one sentence, without the query, within a stated time. */
class WebFaultsTest {
  private static final WebLimits LIMITS =
      new WebLimits(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(4),
          3,
          Duration.ofMillis(20),
          Duration.ofMillis(400));

  private final WebClient client = WebClient.with(LIMITS);
  private final LoopbackServer server = new LoopbackServer();
  private final byte[] bytes = new byte[100_000];

  WebFaultsTest() {
    new Random(1).nextBytes(bytes);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpByteSource open(String path) throws IOException {
    return new HttpByteSource(client, () -> server.address(path));
  }

  /** Opening fails so, with the address in the sentence and the key not, before the seconds. */
  private static WebException fails(WebFault fault, int seconds, WebAddress address) {
    long start = System.nanoTime();
    var problem =
        assertThrows(
            WebException.class, () -> new HttpByteSource(WebClient.with(LIMITS), () -> address));
    assertTrue(System.nanoTime() - start < seconds * 1_000_000_000L, problem.getMessage());
    assertEquals(fault, problem.fault(), problem.getMessage());
    assertTrue(problem.getMessage().startsWith(address + ": "), problem.getMessage());
    assertFalse(problem.getMessage().contains("secret"), problem.getMessage());
    return problem;
  }

  private WebException fails(WebFault fault, int seconds) {
    return fails(fault, seconds, server.address("/file.tif?key=secret"));
  }

  @ParameterizedTest
  @CsvSource({"404, MISSING", "410, MISSING", "401, DENIED", "403, DENIED", "418, WRONG"})
  void aRefusalIsNotAskedForAgain(int status, WebFault fault) {
    server.at("/", LoopbackServer.status(status, Map.of()));
    var problem = fails(fault, 1);
    assertTrue(problem.getMessage().contains("status " + status), problem.getMessage());
    assertEquals(1, server.asked().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void aStormOfFailuresEndsAfterThreeAttempts(int status) {
    server.at("/", LoopbackServer.status(status, Map.of()));
    var problem = fails(WebFault.OUT_OF_ORDER, 2);
    assertTrue(problem.getMessage().endsWith("asked 3 times"), problem.getMessage());
    assertEquals(3, server.asked().size());
  }

  @Test
  void aShortOutageIsSurvived() throws IOException {
    var left = new AtomicInteger(2);
    var good = LoopbackServer.file(bytes, "\"1\"");
    server.at(
        "/",
        exchange -> {
          if (left.getAndDecrement() > 0) {
            LoopbackServer.answer(exchange, 503, Map.of(), new byte[0]);
          } else {
            good.handle(exchange);
          }
        });
    try (var source = open("/file.tif")) {
      assertEquals(bytes.length, source.length());
    }
  }

  @Test
  void aServerThatIsBusyIsGivenTheTimeItAsksFor() throws IOException {
    var left = new AtomicInteger(1);
    var good = LoopbackServer.file(bytes, "\"1\"");
    var patient =
        new WebLimits(
            LIMITS.connect(),
            LIMITS.answer(),
            LIMITS.total(),
            2,
            Duration.ofMillis(1),
            Duration.ofSeconds(2));
    server.at(
        "/",
        exchange -> {
          if (left.getAndDecrement() > 0) {
            LoopbackServer.answer(exchange, 429, Map.of("Retry-After", "1"), new byte[0]);
          } else {
            good.handle(exchange);
          }
        });
    long start = System.nanoTime();
    new HttpByteSource(WebClient.with(patient), () -> server.address("/file.tif")).close();
    assertTrue(System.nanoTime() - start >= 1_000_000_000L);
  }

  @Test
  void butNotAnHour() {
    server.at("/", LoopbackServer.status(429, Map.of("Retry-After", "3600")));
    assertTrue(fails(WebFault.BUSY, 2).getMessage().endsWith("asked 3 times"));
  }

  @Test
  void aBodyThatIsCutOffIsAskedForAgainAndGivenUp() throws IOException {
    try (var raw =
        new RawServer(
            out ->
                out.write(
                    RawServer.ascii(
                        "HTTP/1.1 206 OK\nContent-Length: 1000\n"
                            + "Content-Range: bytes 0-999/1000\n\nshort")))) {
      var problem = fails(WebFault.UNREACHABLE, 3, raw.address());
      assertTrue(problem.getMessage().contains("broke off"), problem.getMessage());
      assertEquals(3, raw.connections());
    }
  }

  @Test
  void aServerThatDripsIsNotWaitedForByteByByte() throws IOException {
    try (var raw =
        new RawServer(
            out -> {
              out.write(
                  RawServer.ascii(
                      "HTTP/1.1 206 OK\nContent-Length: 1000\n"
                          + "Content-Range: bytes 0-999/1000\n\n"));
              for (int i = 0; i < 999; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(50);
              }
            })) {
      var problem = fails(WebFault.SLOW, 5, raw.address());
      assertTrue(problem.getMessage().contains("within 1 s"), problem.getMessage());
    }
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws IOException {
    try (var raw = new RawServer(out -> Thread.sleep(60_000))) {
      fails(WebFault.SLOW, 5, raw.address());
    }
  }

  @Test
  void aServerThatTalksNonsenseIsGivenUp() throws IOException {
    try (var raw = new RawServer(out -> out.write(RawServer.ascii("220 smtp ready\n\n")))) {
      fails(WebFault.UNREACHABLE, 3, raw.address());
    }
  }

  @Test
  void nobodyAtThePortIsGivenUp() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var address = WebAddress.of("http://127.0.0.1:" + port + "/a.tif?key=secret");
    var problem = fails(WebFault.UNREACHABLE, 3, address);
    assertTrue(problem.getMessage().contains("cannot be reached"), problem.getMessage());
  }

  @Test
  void afterThreeFilesInVainAServerIsLeftAlone() {
    server.at("/", LoopbackServer.status(500, Map.of()));
    for (int i = 0; i < 3; i++) {
      fails(WebFault.OUT_OF_ORDER, 2, server.address("/" + i + "?key=secret"));
    }
    int asked = server.asked().size();
    fails(WebFault.UNREACHABLE, 1, server.address("/4?key=secret"));
    assertEquals(asked, server.asked().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 1-16384/100000",
        "bytes 0-16383/*",
        "bytes 0-99/100000",
        "items 0-16383/100000",
        "bytes 0-16383/10",
        "bytes 0-16383/99999999999999999999"
      })
  void aWrongContentRangeIsNotBelieved(String told) {
    server.at(
        "/",
        exchange ->
            LoopbackServer.answer(
                exchange, 206, Map.of("Content-Range", told), Arrays.copyOf(bytes, 16384)));
    assertTrue(fails(WebFault.WRONG, 1).getMessage().contains("Content-Range"));
  }

  @Test
  void ofAServerThatIgnoresRangesASmallFileIsTakenWhole() throws IOException {
    server.at("/", exchange -> LoopbackServer.answer(exchange, 200, Map.of(), bytes));
    try (var source = open("/file.tif")) {
      var target = new byte[1000];
      source.read(90_000, target, 0, 1000);
      assertArrayEquals(Arrays.copyOfRange(bytes, 90_000, 91_000), target);
      assertEquals(1, server.asked().size());
    }
  }

  @Test
  void andALargeOneIsRefusedBeforeItIsSent() throws IOException {
    try (var raw =
        new RawServer(
            out -> {
              out.write(RawServer.ascii("HTTP/1.1 200 OK\nContent-Length: 900000000\n\n"));
              Thread.sleep(3000);
            })) {
      var problem = fails(WebFault.WRONG, 1, raw.address());
      assertTrue(problem.getMessage().contains("ranges are needed"), problem.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({"'\"2\"', 100000, ETag", "'\"1\"', 90000, length"})
  void aFileThatChangesUnderOurHandsIsAnError(String etag, int length, String how)
      throws IOException {
    var before = LoopbackServer.file(bytes, "\"1\"");
    var after = LoopbackServer.file(Arrays.copyOf(bytes, length), etag);
    var first = new AtomicInteger(1);
    server.at("/", exchange -> (first.getAndDecrement() > 0 ? before : after).handle(exchange));
    try (var source = open("/file.tif?key=secret")) {
      var problem =
          assertThrows(IOException.class, () -> source.read(50_000, new byte[100], 0, 100));
      assertTrue(problem.getMessage().startsWith("changed while it was read"));
      assertTrue(problem.getMessage().contains(how), problem.getMessage());
      assertThrows(IOException.class, () -> source.read(60_000, new byte[100], 0, 100));
      assertEquals(2, server.asked().size());
    }
  }

  @Test
  void aCompressedAnswerIsRefused() {
    server.at(
        "/",
        exchange ->
            LoopbackServer.answer(exchange, 200, Map.of("Content-Encoding", "gzip"), bytes));
    fails(WebFault.WRONG, 1);
  }

  @Test
  void anEmptyFileIsRefused() {
    server.at("/", LoopbackServer.status(416, Map.of("Content-Range", "bytes */0")));
    assertTrue(fails(WebFault.WRONG, 1).getMessage().contains("empty"));
  }

  @Test
  void redirectsAreFollowedOnce() throws IOException {
    server.at("/real", LoopbackServer.file(bytes, "\"1\""));
    server.at(
        "/moved", LoopbackServer.status(302, Map.of("Location", "/real/file.tif?key=secret")));
    try (var source = open("/moved")) {
      source.read(50_000, new byte[100], 0, 100);
      assertEquals(3, server.asked().size(), server.asked().toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/file.tif?key=secret",
        "file:///etc/passwd",
        "ftp://127.0.0.1/a",
        "gopher:secret",
        "http://secret@127.0.0.1/",
        ""
      })
  void redirectsInCirclesAndToElsewhereAreNot(String where) {
    server.at(
        "/", LoopbackServer.status(301, where.isEmpty() ? Map.of() : Map.of("Location", where)));
    fails(WebFault.LED_AWAY, 2);
  }

  @Test
  void noRedirectLeadsFromHttpsToHttp() throws WebException {
    URI secure = URI.create("https://example.org/a?key=secret");
    var problem =
        assertThrows(
            WebException.class, () -> Redirect.target(secure, "http://example.org/a", secure));
    assertEquals(WebFault.LED_AWAY, problem.fault());
    assertFalse(problem.getMessage().contains("secret"));
    assertEquals(URI.create("https://example.org/b"), Redirect.target(secure, "/b", secure));
  }

  @Test
  void aDocumentLongerThanAllowedIsRefused() {
    server.at("/", exchange -> LoopbackServer.answer(exchange, 200, Map.of(), bytes));
    var problem =
        assertThrows(
            WebException.class, () -> client.get(server.address("/items.json"), Map.of(), 1000));
    assertEquals(WebFault.TOO_LONG, problem.fault());
  }
}
