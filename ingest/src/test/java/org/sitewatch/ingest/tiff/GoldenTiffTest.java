package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files GDAL 3.6.2 wrote (gdal_matrix.py FOLDER golden), with the hashes of what it reads. */
class GoldenTiffTest {

  static Stream<String> files() throws IOException {
    return new String(bytes("expected.txt"), StandardCharsets.UTF_8).lines();
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = GoldenTiffTest.class.getResourceAsStream("golden/" + name)) {
      return in.readAllBytes();
    }
  }

  private static TiffReader open(String name) throws IOException {
    return TiffReader.open(new MemoryByteSource(bytes(name)), name);
  }

  @ParameterizedTest
  @MethodSource("files")
  void fileIsReadAsGdalReadsIt(String line) throws IOException {
    String[] fields = line.split(" ");
    try (var reader = open(fields[0])) {
      var all = reader.readWindow(reader.header().layout().extent());
      assertEquals(fields[1], PixelBytes.sha256(all));
    }
  }

  @Test
  void someCodesAreWhatNumpyPrints() throws IOException {
    try (var reader = open("u16_DEFLATE_2_PIXEL_tile_big-NO_LITTLE.tif")) {
      var codes = reader.readWindow(new PixelWindow(2, 17, 4, 2), 1).shorts(0);
      assertArrayEquals(new short[] {-11082, 29351, -23292, 7, -19298, 9660, -22968, 7}, codes);
    }
    try (var reader = open("f32_ZSTD_3_BAND_tile_big-YES_LITTLE.tif")) {
      var codes = reader.readWindow(new PixelWindow(3, 2, 3, 2), 0).floats(0);
      assertArrayEquals(
          new float[] {-1.685548f, -3.4195628f, -3.2931283f, 0.04694562f, Float.NaN, 0.43446505f},
          codes);
    }
  }

  @Test
  void blocksThatAreNotStoredAreNodata() throws IOException {
    try (var reader = open("sparse_f32_NONE_BAND_strip_3.tif")) {
      var window = reader.readWindow(new PixelWindow(16, 13, 3, 2), 0, 1);
      assertArrayEquals(new float[] {3.0f, 3.0f, 3.0f, 3.0f, 3.0f, 3.0f}, window.floats(0));
      assertArrayEquals(new float[] {3, 3, 3, 3, 3, 3}, window.floats(1));
      assertEquals(3, reader.header().nodata().orElseThrow());
    }
  }
}
