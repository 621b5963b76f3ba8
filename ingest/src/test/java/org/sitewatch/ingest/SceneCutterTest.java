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
    var part = new ScenePart("10m", IMAGE, false, List.of(asset("red"), asset("nir")));
    var cuts = Arrays.stream(windows).map(window -> new Cut(key(window), window)).toList();
    var task = new CutTask("scene-1", "sentinel-2-l2a", part, cuts);
    return new SceneCutter(folder.toString(), SourceDoor.DEFAULT).cut(task, store);
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
