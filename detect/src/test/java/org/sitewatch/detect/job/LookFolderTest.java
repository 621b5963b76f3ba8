package org.sitewatch.detect.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.ingest.KnownLook;
import org.sitewatch.ingest.SceneLevels;

/** What is kept of looks is found whole or not at all. */
class LookFolderTest {
  private static final KnownLook UNKNOWN = new KnownLook(List.of(), List.of());
  private static final SceneLevels LEVELS =
      new SceneLevels("S2", List.of(0.05, 0.1), List.of(0.07, 0.12));

  private static final LocalDate DAY = LocalDate.of(2024, 6, 3);

  @TempDir Path folder;

  private static ByteBuffer bytes(int... values) {
    var bytes = ByteBuffer.allocate(values.length);
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.flip();
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void whatIsKeptIsFoundByTheSameLookAndModel() throws IOException {
    var shelf = new LookFolder(folder, "model");
    shelf.keep(DAY, "look", bytes(1, 2, 3), bytes(4, 5));
    var kept = shelf.find(DAY, "look").orElseThrow();
    assertArrayEquals(new byte[] {1, 2, 3}, kept.vectors().array());
    assertArrayEquals(new byte[] {4, 5}, kept.rest().array());
    assertTrue(shelf.find(DAY, "another").isEmpty());
    assertTrue(new LookFolder(folder, "another").find(DAY, "look").isEmpty());
  }

  @Test
  void aLookThatShowedNothingIsKeptToo() {
    var shelf = new LookFolder(folder, "model");
    shelf.keep(DAY, "look", bytes(), bytes());
    assertEquals(0, shelf.find(DAY, "look").orElseThrow().vectors().remaining());
  }

  @Test
  void whatIsDamagedIsNotThere() throws IOException {
    var shelf = new LookFolder(folder, "model");
    shelf.keep(DAY, "look", bytes(1, 2, 3), bytes(4, 5));
    byte[] whole = Files.readAllBytes(onlyFile());
    byte[] broken = whole.clone();
    broken[broken.length - 1]++;
    Files.write(onlyFile(), broken);
    var kept = shelf.find(DAY, "look").orElseThrow();
    assertThrows(IOException.class, kept::rest);
    broken = whole.clone();
    broken[broken.length - 3]++;
    Files.write(onlyFile(), broken);
    assertTrue(shelf.find(DAY, "look").isEmpty());
    Files.write(onlyFile(), java.util.Arrays.copyOf(whole, whole.length - 1));
    assertTrue(shelf.find(DAY, "look").isEmpty());
  }

  @Test
  void looksThatNoWindowReachesAreForgotten() {
    var shelf = new LookFolder(folder, "model");
    shelf.keep(DAY, "old", bytes(1), bytes());
    shelf.keep(DAY.plusDays(120), "new", bytes(2), bytes());
    assertTrue(shelf.find(DAY, "old").isPresent());
    shelf.keep(DAY.plusDays(140), "newer", bytes(3), bytes());
    assertTrue(shelf.find(DAY, "old").isEmpty());
    assertTrue(shelf.find(DAY.plusDays(120), "new").isPresent());
  }

  @Test
  void knownLooksAreThoseThatWereAskedForOrRead() throws IOException {
    Path file = folder.resolve("looks.known");
    var first = KnownLooksFile.read(file, DetectConfig.DEFAULT);
    assertTrue(first.isEmpty());
    var known = new KnownLook(List.of("mask: none"), List.of(LEVELS));
    first.keep("a", known);
    first.keepClearPixels("a", 7);
    first.keep("b", UNKNOWN);
    first.keepClearPixels("b", 0);
    first.write();
    var second = KnownLooksFile.read(file, DetectConfig.DEFAULT);
    assertEquals(OptionalInt.empty(), second.findClearPixels("a"), "its tiles were not asked for");
    assertEquals(known, second.find("a").orElseThrow());
    assertEquals(OptionalInt.of(7), second.findClearPixels("a"));
    assertTrue(second.find("c").isEmpty());
    second.write();
    assertTrue(KnownLooksFile.read(file, DetectConfig.DEFAULT).find("b").isEmpty());
  }

  @Test
  void aLookLiesOnTheFrameItWasLaidOntoAndOnNoOther() throws IOException {
    Path file = folder.resolve("looks.known");
    var first = KnownLooksFile.read(file, DetectConfig.DEFAULT);
    first.keep("a", UNKNOWN);
    first.keep("b", UNKNOWN);
    first.keepThatItLies("a", "frame");
    first.keepClearPixels("a", 7);
    first.write();
    var second = KnownLooksFile.read(file, DetectConfig.DEFAULT);
    assertFalse(second.isKnownToLie("a", "frame"), "its tiles were not asked for");
    second.find("a");
    second.find("b");
    assertTrue(second.isKnownToLie("a", "frame"));
    assertFalse(second.isKnownToLie("a", "a frame with a look that came late"));
    assertFalse(second.isKnownToLie("b", "frame"), "it was measured and lies aside");
    assertEquals(OptionalInt.of(7), second.findClearPixels("a"));
  }

  @Test
  void anotherSettingAndADamagedFileKnowNothing() throws IOException {
    Path file = folder.resolve("looks.known");
    var first = KnownLooksFile.anew(file, DetectConfig.DEFAULT);
    first.keep("a", UNKNOWN);
    first.write();
    var wider = new DetectConfig(60, 15, 6.5, 2, 200, 64, 8, 1);
    assertTrue(KnownLooksFile.read(file, wider).isEmpty());
    byte[] bytes = Files.readAllBytes(file);
    bytes[3]++;
    Files.write(file, bytes);
    assertTrue(KnownLooksFile.read(file, DetectConfig.DEFAULT).isEmpty());
  }
}
