package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys that run out while a file is read, and servers that hang beside one that does not. */
class ServersAndKeysTest {
  private static final WebLimits LIMITS =
      new WebLimits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(8),
          Duration.ofSeconds(8),
          1,
          Duration.ofMillis(20),
          Duration.ofMillis(20));

  private final LoopbackServer server = new LoopbackServer();
  private final byte[] bytes = new byte[100_000];
  private final AtomicInteger key = new AtomicInteger(1);

  ServersAndKeysTest() {
    new Random(1).nextBytes(bytes);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Serves who has the key in force. */
  private void serve() {
    var good = LoopbackServer.file(bytes, "\"1\"");
    server.at(
        "/",
        exchange -> {
          if (("key=" + key.get()).equals(exchange.getRequestURI().getQuery())) {
            good.handle(exchange);
          } else {
            LoopbackServer.answer(exchange, 403, Map.of(), new byte[0]);
          }
        });
  }

  private static byte[] read(HttpByteSource source, int position) throws IOException {
    var part = new byte[1000];
    source.read(position, part, 0, part.length);
    return part;
  }

  @Test
  void aKeyThatRanOutIsRenewedAndKept() throws IOException {
    serve();
    try (var source =
        new HttpByteSource(
            WebClient.with(LIMITS), () -> server.address("/file.tif?key=" + key.get()))) {
      key.set(2);
      assertArrayEquals(Arrays.copyOfRange(bytes, 50_000, 51_000), read(source, 50_000));
      assertArrayEquals(Arrays.copyOfRange(bytes, 70_000, 71_000), read(source, 70_000));
    }
    assertEquals(4, server.asked().size(), server.asked().toString());
  }

  @Test
  void aKeyThatNobodyRenewsIsDeniedInOneSentence() throws IOException {
    serve();
    try (var source =
        new HttpByteSource(WebClient.with(LIMITS), () -> server.address("/file.tif?key=1"))) {
      key.set(2);
      var problem = assertThrows(IOException.class, () -> read(source, 50_000));
      assertTrue(problem.getMessage().contains("access denied (status 403)"), problem.getMessage());
    }
    assertEquals(2, server.asked().size(), server.asked().toString());
  }

  @Test
  void filesOfOneServerDoNotWaitForAnotherThatHangs() throws Exception {
    var end = new CountDownLatch(1);
    try (var hanging = new LoopbackServer()) {
      hanging.at("/", exchange -> hang(end));
      server.at("/", LoopbackServer.file(bytes, "\"1\""));
      var locations = new ArrayList<Location>();
      for (int i = 0; i < 20; i++) {
        locations.add(hanging.address("/file" + i + ".tif"));
      }
      locations.add(server.address("/file.tif"));
      long start = System.nanoTime();
      List<SourceDoor.Opening> openings = new SourceDoor(LIMITS).openTiffs(locations);
      var noTiff = assertThrows(IOException.class, openings.get(20)::reader);
      assertTrue(noTiff.getMessage().contains("/file.tif"), noTiff.getMessage());
      assertTrue(System.nanoTime() - start < 4_000_000_000L, "waited for the other server");
    } finally {
      end.countDown();
    }
  }

  private static void hang(CountDownLatch end) {
    try {
      end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
