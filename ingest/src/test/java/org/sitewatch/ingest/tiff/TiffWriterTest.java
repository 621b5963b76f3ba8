package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

class TiffWriterTest {

  static Stream<Arguments> kinds() {
    var kinds = new ArrayList<Arguments>();
    for (var type : SampleType.values()) {
      for (var compression : List.of(Compression.NONE, Compression.DEFLATE, Compression.ZSTD)) {
        kinds.add(Arguments.of(type, compression));
      }
    }
    return kinds.stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsWrittenIsReadBack(SampleType type, Compression compression) throws IOException {
    var samples = TestSamples.of(type, 83, 61, 3);
    var grid = PixelGrid.northUp(32636, 400_000, 3_300_000, 10, 83, 61);
    for (int tile : new int[] {0, 16, 48}) {
      var writer = TiffWriter.of(samples, grid).compression(compression);
      var bytes = (tile == 0 ? writer : writer.tileSize(tile)).toBytes();
      try (var reader = TiffReader.open(new MemoryByteSource(bytes), "written.tif")) {
        SamplesAssert.assertSame(
            samples, reader.readWindow(reader.header().layout().extent()), "tile " + tile);
        assertEquals(grid, reader.header().georeference().grid(83, 61).orElseThrow());
      }
    }
  }

  @Test
  void tagsAreReadBack() throws IOException {
    var samples = TestSamples.of(SampleType.U16, 20, 10, 2);
    var bytes =
        TiffWriter.of(samples, PixelGrid.northUp(4326, 35.4, 30.3, 1e-4, 20, 10))
            .nodata(0)
            .scaling(1e-4, -0.1)
            .bandNames(List.of("red", "<nir> & \"more\""))
            .metadata("SHA256", PixelBytes.sha256(samples))
            .toBytes();
    try (var reader = TiffReader.open(new MemoryByteSource(bytes), "written.tif")) {
      var header = reader.header();
      assertEquals(OptionalDouble.of(0), header.nodata());
      assertEquals(1e-4, header.scale(1));
      assertEquals(-0.1, header.offset(1));
      assertEquals("red", header.description(0));
      assertEquals("<nir> & \"more\"", header.description(1));
      assertEquals(Map.of("SHA256", PixelBytes.sha256(samples)), header.metadata());
      assertEquals(4326, header.georeference().epsg().orElseThrow());
    }
  }

  @Test
  void rotatedGridIsReadBack() throws IOException {
    var affine = new Affine(400_000, 8, 6, 3_300_000, 6, -8);
    var grid = new PixelGrid(32736, affine, 5, 4);
    var bytes = TiffWriter.of(TestSamples.of(SampleType.U8, 5, 4, 1), grid).toBytes();
    try (var reader = TiffReader.open(new MemoryByteSource(bytes), "written.tif")) {
      assertEquals(grid, reader.header().georeference().grid(5, 4).orElseThrow());
    }
  }

  @Test
  void sameInputGivesTheSameBytes() {
    var grid = PixelGrid.northUp(3857, 0, 0, 1, 600, 520);
    var samples = TestSamples.of(SampleType.I16, 600, 520, 1);
    assertArrayEquals(
        TiffWriter.of(samples, grid).overviews(Overview.AVERAGE).toBytes(),
        TiffWriter.of(samples, grid).overviews(Overview.AVERAGE).toBytes());
  }

  @Test
  void writtenFileLeavesNothingBeside(@TempDir Path folder) throws IOException {
    var grid = PixelGrid.northUp(3857, 0, 0, 1, 6, 5);
    var samples = TestSamples.of(SampleType.F32, 6, 5, 1);
    var file = folder.resolve("a.tif");
    TiffWriter.of(samples, grid).writeAtomically(file);
    TiffWriter.of(samples, grid).writeAtomically(file);
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    assertArrayEquals(TiffWriter.of(samples, grid).toBytes(), Files.readAllBytes(file));
  }

  @Test
  void samplesMustFitTheGrid() {
    var samples = TestSamples.of(SampleType.F32, 6, 5, 1);
    var grid = PixelGrid.northUp(3857, 0, 0, 1, 5, 6);
    assertThrows(IllegalArgumentException.class, () -> TiffWriter.of(samples, grid));
  }
}
