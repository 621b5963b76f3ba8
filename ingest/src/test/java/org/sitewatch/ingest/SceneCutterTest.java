package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.ingest.CutResult.Failure;
import org.sitewatch.ingest.IngestPlan.Cut;
import org.sitewatch.ingest.IngestPlan.CutTask;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.tiff.Compression;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.PixelGrid;

/** An image of 70 x 50 pixels in tiles of 16, two files of it: 5 x 4 blocks each. */
class SceneCutterTest {
  private static final PixelGrid IMAGE = PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 70, 50);

  @TempDir Path folder;
  private TileStore store;
  private Samples red;
  private Samples nir;

  @BeforeEach
  void writeScene() throws IOException {
    store = new TileStore(folder.resolve("tiles").toString());
    red = codes(1);
    nir = codes(2);
    write("red.tif", red);
    write("nir.tif", nir);
  }

  private static Samples codes(long seed) {
    var random = new Random(seed);
    var codes = new short[70 * 50];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = (short) random.nextInt(65536);
    }
    return Samples.of(SampleType.U16, 70, 50, List.of(codes));
  }

  private void write(String name, Samples codes) throws IOException {
    TiffWriter.of(codes, IMAGE)
        .tileSize(16)
        .compression(Compression.DEFLATE)
        .writeAtomically(folder.resolve(name));
  }

  private static SceneAsset asset(String band) {
    var calibration = Calibration.declared(1e-4, 0, 0);
    return new SceneAsset(
        band, band + ".tif", List.of(band), false, calibration, IMAGE, "U16 16x16");
  }

  private CutResult cut(PixelWindow... windows) {
    return cut(new SceneCutter(folder.toString(), SourceDoor.DEFAULT), windows);
  }

  private CutResult cut(SceneCutter cutter, PixelWindow... windows) {
    var part = new ScenePart("10m", IMAGE, false, List.of(asset("red"), asset("nir")));
    var cuts = Arrays.stream(windows).map(window -> new Cut(key(window), window)).toList();
    var task = new CutTask("scene-1", "sentinel-2-l2a", part, cuts);
    return cutter.cut(task, store);
  }

  private static TileKey key(PixelWindow window) {
    var grid = IMAGE.crop(window.column(), window.row(), window.width(), window.height());
    return new TileKey("site-" + window.column() + "-" + window.row(), grid, "scene-1", "10m");
  }

  private void checkStored(PixelWindow window) throws IOException {
    var tile = store.find(key(window)).orElseThrow();
    assertArrayEquals(part(red, window), tile.codes().shorts(0), window.toString());
    assertArrayEquals(part(nir, window), tile.codes().shorts(1), window.toString());
  }

  private static short[] part(Samples codes, PixelWindow window) {
    var part = new short[window.width() * window.height()];
    for (int row = 0; row < window.height(); row++) {
      int from = (window.row() + row) * 70 + window.column();
      System.arraycopy(codes.shorts(0), from, part, row * window.width(), window.width());
    }
    return part;
  }

  @Test
  void windowsThatShareBlocksHaveThemDecodedOnce() throws IOException {
    var corner = new PixelWindow(0, 0, 20, 20);
    var overlapping = new PixelWindow(10, 5, 25, 13);
    var inside = new PixelWindow(3, 17, 4, 2);
    var edge = new PixelWindow(60, 40, 10, 10);
    var result = cut(corner, overlapping, inside, edge);
    assertEquals(4, result.tiles());
    assertEquals(List.of(), result.failures());
    // 3 x 2 blocks under the first three windows, 2 x 2 under the last, in two files
    assertEquals(2 * (3 * 2 + 2 * 2), result.blocks());
    for (var window : List.of(corner, overlapping, inside, edge)) {
      checkStored(window);
    }
  }

  @Test
  void brokenBlockCostsOnlyTheWindowsThatMeetIt() throws IOException {
    var broken = new PixelWindow(0, 0, 20, 20);
    var sound = new PixelWindow(34, 20, 30, 30);
    byte[] bytes = Files.readAllBytes(folder.resolve("nir.tif"));
    bytes[firstBlock(bytes) + 100] ^= 1;
    Files.write(folder.resolve("nir.tif"), bytes);
    var result = cut(broken, sound);
    assertEquals(1, result.tiles());
    assertEquals(1, result.failures().size());
    String reason = store.failureReason(key(broken)).orElseThrow();
    assertTrue(reason.startsWith("scene 'scene-1': ") && reason.contains("tile 0,0"), reason);
    checkStored(sound);
  }

  @Test
  void cutOffImageIsToldOnceHoweverManyWindowsItCosts() throws IOException {
    Path file = folder.resolve("nir.tif");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 9 * 16 * 16)); // the last tiles' bytes
    var result = cut(new PixelWindow(0, 34, 10, 10), new PixelWindow(60, 34, 10, 10));
    assertEquals(2, result.failures().size());
    assertEquals(1, result.reasons().size(), result.reasons()::toString);
    String told = result.reasonsInShort().get(0);
    assertTrue(
        told.matches("scene 'scene-1': .*nir.tif: only 1\\d of its 20 tiles lie in .*"), told);
    assertTrue(told.endsWith("fetch it again (windows not cut: 2)"), told);
  }

  @Test
  void imageDamagedInManyPlacesIsToldOnceAndSaysHowManyThereAre() throws IOException {
    Path file = folder.resolve("nir.tif");
    byte[] bytes = Files.readAllBytes(file);
    for (int at = firstBlock(bytes) + 100; at < bytes.length; at += 300) {
      bytes[at] ^= 1;
    }
    Files.write(file, bytes);
    var result = cut(new PixelWindow(0, 0, 10, 10), new PixelWindow(34, 34, 10, 10));
    assertEquals(2, result.reasons().size(), result.reasons()::toString);
    assertEquals(1, result.reasonsInShort().size());
    String told = result.reasonsInShort().get(0);
    assertTrue(told.contains("nir.tif: tile 0,0: "), told);
    assertTrue(told.endsWith("; fetch it again (windows not cut: 2; other reasons: 1)"), told);
  }

  /** A site of some kilometres in an image of some centimetres. */
  @Test
  void windowThatWouldNotFitCostsItselfAlone() throws IOException {
    var large = new PixelWindow(0, 0, 60, 40);
    var small = new PixelWindow(3, 3, 20, 20);
    var result = cut(new SceneCutter(folder.toString(), SourceDoor.DEFAULT, 9_599), large, small);
    assertEquals(1, result.tiles());
    assertEquals(List.of(key(large)), result.failures().stream().map(Failure::key).toList());
    String reason = result.reasons().get(0);
    assertTrue(
        reason.startsWith("scene 'scene-1': its window over site 'site-0-0' is 60 x 40"), reason);
    assertTrue(reason.endsWith("split the site"), reason);
    checkStored(small);
    var whole = cut(new SceneCutter(folder.toString(), SourceDoor.DEFAULT, 9_600), large, small);
    assertEquals(2, whole.tiles());
  }

  /** More pixels than an array has: nobody plans such a window, but one site's bug is its own. */
  @Test
  void bugCostsTheWindowsOfItsBlockAlone() throws IOException {
    var impossible = new PixelWindow(0, 0, 50_000, 50_000);
    var small = new PixelWindow(40, 34, 10, 10);
    var cutter = new SceneCutter(folder.toString(), SourceDoor.DEFAULT, Long.MAX_VALUE);
    var result = cut(cutter, impossible, new PixelWindow(20, 20, 4, 4), small);
    assertEquals(2, result.tiles());
    String reason = result.reasons().get(0);
    assertTrue(reason.startsWith("scene 'scene-1': cutting 10m failed by a bug"), reason);
    checkStored(small);
  }

  /** A zlib stream at level 1 begins with these two bytes. */
  private static int firstBlock(byte[] bytes) {
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == 0x78 && bytes[at + 1] == 0x01) {
        return at;
      }
    }
    throw new AssertionError("no block");
  }
}
