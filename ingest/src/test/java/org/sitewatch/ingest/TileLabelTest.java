package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.PixelGrid;

/** A label that is not found costs a whole decoding and says nothing: so it must be found. */
class TileLabelTest {
  private static final List<String> BANDS =
      List.of(
          "coastal",
          "blue",
          "green",
          "red",
          "rededge071",
          "rededge075",
          "rededge078",
          "nir",
          "nir08",
          "nir09",
          "swir16",
          "swir22",
          "water_vapour");

  @TempDir Path folder;

  private Path stored(int width, int height) throws IOException {
    PixelGrid image = PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 3000, 3000);
    var calibration = Calibration.declared(1e-4, -0.1, 0);
    var asset = new SceneAsset("a", "a.tif", BANDS, false, calibration, image, "U16 3000x3000");
    var part = new ScenePart("10m", image, false, List.of(asset));
    PixelGrid grid = image.crop(16, 32, width, height);
    var key = new TileKey("petra", grid, "S2B_MSIL2A_20240611T035539_N0510_R004_T48TUS", "10m");
    var store = new TileStore(folder.toString());
    var planes = Collections.nCopies(BANDS.size(), new short[width * height]);
    store.put(
        key,
        part,
        new PixelWindow(16, 32, width, height),
        Samples.of(SampleType.U16, width, height, planes));
    assertEquals(
        TileLabel.read(store.fileOf(key)).map(TileLabel::sha256),
        store.find(key).map(TileStore.StoredTile::sha256));
    return store.fileOf(key);
  }

  @Test
  void labelOfManyBandsIsFoundAndIsWhatDecodingTells() throws IOException {
    stored(5, 3);
    stored(512, 512);
    stored(600, 700);
  }

  @Test
  void tileThatWasCutOffHasAnotherLabel() throws IOException {
    Path file = stored(5, 3);
    Optional<TileLabel> whole = TileLabel.read(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertNotEquals(whole, TileLabel.read(file));
  }

  @Test
  void tileWithoutAHashHasNoLabel() throws IOException {
    Path file = folder.resolve("plain.tif");
    TiffWriter.of(
            Samples.of(SampleType.U8, 1, 1, List.of(new byte[1])),
            PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 1, 1))
        .metadata(TileStore.HASH_KEY, "not a hash")
        .writeAtomically(file);
    assertEquals(Optional.empty(), TileLabel.read(file));
    Files.write(file, new byte[3]);
    assertEquals(Optional.empty(), TileLabel.read(file));
  }
}
