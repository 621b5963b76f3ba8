package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.ingest.tiff.Compression;
import org.sitewatch.ingest.tiff.PixelBytes;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffException;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.PixelGrid;

class TileStoreTest {
  private static final PixelGrid IMAGE = PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 100, 100);
  private static final PixelWindow WINDOW = new PixelWindow(16, 32, 5, 3);
  private static final PixelGrid GRID = IMAGE.crop(16, 32, 5, 3);
  private static final TileKey KEY = new TileKey("petra", GRID, "scene-1", "10m");
  private static final short[] RED = {
    1, 2, 3, 4, 5,
    900, 800, 700, 600, 0,
    -1, -2, 30000, 12, 13,
  };
  private static final Samples CODES =
      Samples.of(SampleType.U16, 5, 3, List.of(RED, new short[15]));

  @TempDir Path folder;
  private TileStore store;
  private Path file;

  @BeforeEach
  void putOne() throws IOException {
    store = new TileStore(folder.toString());
    file = store.fileOf(KEY);
    store.put(KEY, part(), WINDOW, CODES);
  }

  private static ScenePart part() {
    var calibration = Calibration.declared(1e-4, -0.1, 0);
    var bands = List.of("red", "nir");
    var asset = new SceneAsset("a", "a.tif", bands, false, calibration, IMAGE, "U16 100x100");
    return new ScenePart("10m", IMAGE, false, List.of(asset));
  }

  private void checkHoldsCodes(Optional<TileStore.StoredTile> found) {
    var tile = found.orElseThrow();
    assertArrayEquals(RED, tile.codes().shorts(0));
    assertArrayEquals(new short[15], tile.codes().shorts(1));
    assertEquals(GRID, tile.grid());
    assertEquals(PixelBytes.sha256(CODES), tile.sha256());
  }

  private int firstPixelAt(byte[] bytes) {
    return bytes.length - 2 * 2 * RED.length;
  }

  private void damage(int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 4;
    Files.write(file, bytes);
  }

  @Test
  void tileIsFoundAsItWasPut() throws IOException {
    checkHoldsCodes(store.find(KEY));
    checkHoldsCodes(store.findVerified(KEY));
    try (var names = Files.list(file.getParent())) {
      assertEquals(List.of(file), names.toList());
    }
  }

  @Test
  void tileThatWasNotPutIsNotThere() throws IOException {
    var other = new TileKey("petra", GRID, "scene-2", "10m");
    assertEquals(Optional.empty(), store.find(other));
    assertEquals(Optional.empty(), store.findVerified(other));
  }

  @Test
  void noteOfAnEarlierFailureGoesWithSuccess() throws IOException {
    store.markFailed(KEY, "cut off");
    assertEquals(Optional.of("cut off"), store.failureReason(KEY));
    store.put(KEY, part(), WINDOW, CODES);
    assertEquals(Optional.empty(), store.failureReason(KEY));
  }

  @Test
  void everyDamagedPixelIsNoticed() throws IOException {
    byte[] sound = Files.readAllBytes(file);
    for (int at = firstPixelAt(sound); at < sound.length; at++) {
      damage(at);
      var refused = assertThrows(IOException.class, () -> store.find(KEY));
      assertTrue(refused.getMessage().contains("does not hold the pixels"), refused.getMessage());
      Files.write(file, sound);
    }
  }

  /**
   * Of width, height, offsets, too: none may take memory for what is not there, or end otherwise.
   */
  @Test
  void whicheverBitIsFlippedATileIsRefusedOrHoldsItsCodes() throws IOException {
    byte[] sound = Files.readAllBytes(file);
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    int refused = 0;
    for (int bit = 0; bit < 8 * sound.length; bit++) {
      byte[] flipped = sound.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      long before = memory.getCurrentThreadAllocatedBytes();
      try {
        Samples codes = store.findVerified(KEY).orElseThrow().codes();
        assertArrayEquals(RED, codes.shorts(0), "bit " + bit);
      } catch (IOException damaged) {
        refused++;
      }
      long taken = memory.getCurrentThreadAllocatedBytes() - before;
      assertTrue(taken < 1 << 20, "bit " + bit + ": " + taken + " bytes of memory");
    }
    assertTrue(refused > 8 * 2 * 2 * RED.length, "all bits of the pixels, and " + refused);
  }

  @Test
  void aTileThatLiesElsewhereIsRefusedThoughItsPixelsAreThose() throws IOException {
    checkHoldsCodes(store.find(KEY, GRID));
    assertEquals(Optional.empty(), store.setAsideDamaged(KEY, GRID));
    PixelGrid aside = IMAGE.crop(WINDOW.column() + 1, WINDOW.row(), GRID.width(), GRID.height());
    var refused = assertThrows(TiffException.class, () -> store.find(KEY, aside));
    assertTrue(refused.getMessage().contains("does not lie where"), refused.getMessage());
    assertTrue(store.setAsideDamaged(KEY, aside).isPresent());
    assertEquals(Optional.empty(), store.find(KEY), "it can be cut again");
  }

  @Test
  void tileWithAForgedSumIsNoticedByItsHash() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int pixels = firstPixelAt(bytes);
    bytes[pixels] = 77;
    var sum = new CRC32C();
    sum.update(bytes, pixels, bytes.length - pixels);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(PixelBytes.crc32c(CODES));
    byte[] forged = String.format("%08x", sum.getValue()).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(forged, 0, bytes, at, forged.length);
    Files.write(file, bytes);
    assertEquals(77, store.find(KEY).orElseThrow().codes().shorts(0)[0]);
    assertThrows(IOException.class, () -> store.findVerified(KEY));
  }

  @Test
  void packedTileOfAnEarlierVersionIsFoundAndItsHashCompared() throws IOException {
    TiffWriter.of(CODES, GRID)
        .compression(Compression.ZSTD)
        .metadata(TileStore.HASH_KEY, PixelBytes.sha256(CODES))
        .writeAtomically(file);
    checkHoldsCodes(store.find(KEY));
    TiffWriter.of(CODES, GRID)
        .compression(Compression.ZSTD)
        .metadata(TileStore.HASH_KEY, "0".repeat(64))
        .writeAtomically(file);
    assertThrows(IOException.class, () -> store.find(KEY));
  }

  @Test
  void tileWithoutAnyHashIsRefused() throws IOException {
    TiffWriter.of(CODES, GRID)
        .metadata(TileStore.SUM_KEY, PixelBytes.crc32c(CODES))
        .writeAtomically(file);
    assertThrows(IOException.class, () -> store.find(KEY));
  }

  @Test
  void sumIsTakenOverTheCodesAsLittleEndianBytes() {
    var bytes = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(RED);
    var sum = new CRC32C();
    sum.update(bytes.array());
    assertEquals(String.format("%08x", sum.getValue()), PixelBytes.crc32c(CODES));
  }
}
