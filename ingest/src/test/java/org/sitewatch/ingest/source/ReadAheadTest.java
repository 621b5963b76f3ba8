package org.sitewatch.ingest.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitewatch.ingest.tiff.ByteRange;

class ReadAheadTest {
  private static final int ENOUGH = 1 << 20;

  private final LoopbackServer server = new LoopbackServer();
  private final byte[] bytes = new byte[2_000_000];

  ReadAheadTest() {
    new Random(7).nextBytes(bytes);
    server.at("/", LoopbackServer.file(bytes, "\"1\""));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpByteSource open() throws IOException {
    return new HttpByteSource(WebClient.with(WebLimits.DEFAULT), () -> server.address("/file.tif"));
  }

  private void reads(HttpByteSource source, ByteRange range) throws IOException {
    var target = new byte[range.length()];
    source.read(range.position(), target, 0, range.length());
    assertArrayEquals(Arrays.copyOfRange(bytes, (int) range.position(), (int) range.end()), target);
  }

  /** Requests beside the first. */
  private int requests() {
    return server.asked().size() - 1;
  }

  @Test
  void neighboursComeInOneRequest() throws IOException {
    var ranges = new ArrayList<ByteRange>();
    for (int i = 0; i < 20; i++) {
      ranges.add(new ByteRange(100_000 + i * 10_008L, 10_000, i / 5));
    }
    try (var source = open()) {
      source.expect(() -> ranges, ENOUGH);
      for (ByteRange range : ranges) {
        reads(source, range);
      }
      assertEquals(1, requests(), server.asked().toString());
    }
  }

  @Test
  void farOnesDoNot() throws IOException {
    var ranges = List.of(new ByteRange(100_000, 10, 0), new ByteRange(200_000, 10, 0));
    try (var source = open()) {
      source.expect(() -> ranges, ENOUGH);
      reads(source, ranges.get(0));
      reads(source, ranges.get(1));
      assertEquals(2, requests());
    }
  }

  @Test
  void whatTheFirstBytesHoldIsNotAskedForAgain() throws IOException {
    try (var source = open()) {
      source.expect(() -> List.of(new ByteRange(5_000, 100, 0)), ENOUGH);
      reads(source, new ByteRange(5_000, 100, 0));
      assertEquals(0, requests());
    }
  }

  @Test
  void noMoreIsHeldThanAllowed() throws IOException, InterruptedException {
    var ranges = new ArrayList<ByteRange>();
    for (int i = 0; i < 10; i++) {
      ranges.add(new ByteRange(100_000 + i * 100_000L, 50_000, i));
    }
    try (var source = open()) {
      source.expect(() -> ranges, 120_000);
      Thread.sleep(300);
      assertEquals(2, requests());
      for (ByteRange range : ranges) {
        reads(source, range);
      }
      assertEquals(10, requests());
    }
  }

  @Test
  void whatIsPassedOverIsForgotten() throws IOException {
    var ranges = new ArrayList<ByteRange>();
    for (int i = 0; i < 30; i++) {
      ranges.add(new ByteRange(100_000 + i * 50_000L, 40_000, i));
    }
    try (var source = open()) {
      source.expect(() -> ranges, 50_000);
      for (int i = 0; i < 30; i += 3) {
        reads(source, ranges.get(i));
      }
      reads(source, ranges.get(0)); // still to be had
    }
  }

  @Test
  void theOrderOfReadingDoesNotMatter() throws IOException {
    var ranges = new ArrayList<ByteRange>();
    for (int i = 0; i < 40; i++) {
      ranges.add(new ByteRange(50_000 + i * 40_000L, 30_000 - i * 100, i / 7));
    }
    var random = new Random(3);
    try (var source = open()) {
      source.expect(() -> ranges, 200_000);
      for (int i = 0; i < 20; i++) {
        ByteRange range = ranges.get(random.nextInt(40));
        reads(source, range);
        reads(source, new ByteRange(range.position() + 5, 100, 0)); // a look into it again
        reads(source, new ByteRange(random.nextInt(1_900_000), 1_000, 0));
      }
    }
  }
}
