package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitewatch.sites.PixelGrid;

class TiffReaderTest {
  private static final PixelGrid GRID = PixelGrid.northUp(32636, 400_000, 3_300_000, 10, 3, 2);
  private static final Samples SMALL =
      Samples.of(SampleType.U16, 3, 2, List.of(new short[] {1, 2, 3, 4, 5, -1}));

  private static TiffReader open(TiffWriter writer) throws IOException {
    return TiffReader.open(new MemoryByteSource(writer.toBytes()), "small.tif");
  }

  @Test
  void windowAcrossTheEdgeIsFilledWithNodata() throws IOException {
    try (var reader = open(TiffWriter.of(SMALL, GRID).nodata(9))) {
      var samples = reader.readWindow(new PixelWindow(1, -1, 3, 2));
      assertArrayEquals(new short[] {9, 9, 9, 2, 3, 9}, samples.shorts(0));
      assertEquals(new PixelWindow(0, 1, 2, 1), samples.inside());
    }
  }

  @Test
  void windowAcrossTheEdgeIsZeroWithoutNodata() throws IOException {
    try (var reader = open(TiffWriter.of(SMALL, GRID))) {
      var samples = reader.readWindow(new PixelWindow(-1, 1, 3, 2));
      assertArrayEquals(new short[] {0, 4, 5, 0, 0, 0}, samples.shorts(0));
      assertEquals(new PixelWindow(1, 0, 2, 1), samples.inside());
    }
  }

  @Test
  void windowFullyOutsideReadsNoBlock() throws IOException {
    try (var reader = open(TiffWriter.of(SMALL, GRID).nodata(9))) {
      for (var window :
          List.of(
              new PixelWindow(3, 0, 2, 1),
              new PixelWindow(-2, 0, 2, 1),
              new PixelWindow(0, 2, 2, 1),
              new PixelWindow(Integer.MAX_VALUE - 1, Integer.MIN_VALUE, 2, 1))) {
        var samples = reader.readWindow(window);
        assertArrayEquals(new short[] {9, 9}, samples.shorts(0));
        assertTrue(samples.inside().isEmpty());
      }
      assertEquals(0, reader.blocksDecoded());
    }
  }

  @Test
  void onePixelIsRead() throws IOException {
    try (var reader = open(TiffWriter.of(SMALL, GRID))) {
      var samples = reader.readWindow(new PixelWindow(2, 1, 1, 1));
      assertEquals(65535, samples.value(0, 0, 0));
    }
  }

  @Test
  void bandsComeInTheOrderAskedFor() throws IOException {
    var planes = List.of(new short[] {1, 2, 3, 4, 5, 6}, new short[] {11, 12, 13, 14, 15, 16});
    var samples = Samples.of(SampleType.I16, 3, 2, planes);
    try (var reader = open(TiffWriter.of(samples, GRID))) {
      var window = reader.readWindow(new PixelWindow(1, 0, 1, 2), 1, 0, 1);
      assertArrayEquals(new short[] {12, 15}, window.shorts(0));
      assertArrayEquals(new short[] {2, 5}, window.shorts(1));
      assertArrayEquals(new short[] {12, 15}, window.shorts(2));
      assertThrows(
          IllegalArgumentException.class, () -> reader.readWindow(new PixelWindow(0, 0, 1, 1), 2));
    }
  }

  @Test
  void anyWindowIsWhatTheWholeImageHasThere() throws IOException {
    var all = TestSamples.of(SampleType.I16, 97, 83, 2);
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 97, 83);
    var random = new Random(3);
    for (int tile : new int[] {0, 16, 32}) {
      var writer = TiffWriter.of(all, grid);
      try (var reader = open(tile == 0 ? writer : writer.tileSize(tile))) {
        for (int i = 0; i < 50; i++) {
          int column = random.nextInt(97);
          int row = random.nextInt(83);
          var window =
              new PixelWindow(
                  column, row, 1 + random.nextInt(97 - column), 1 + random.nextInt(83 - row));
          var samples = reader.readWindow(window);
          SamplesAssert.assertWindow(all, window, samples, tile + ": " + window);
          assertEquals(new PixelWindow(0, 0, window.width(), window.height()), samples.inside());
        }
      }
    }
  }

  @Test
  void eachBlockIsDecodedOnceAWindow() throws IOException {
    var all = TestSamples.of(SampleType.U8, 64, 64, 1);
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 64, 64);
    try (var reader = open(TiffWriter.of(all, grid).tileSize(16))) {
      reader.readWindow(new PixelWindow(15, 15, 18, 2));
      assertEquals(6, reader.blocksDecoded());
      assertEquals(6 * 256, reader.bytesDecoded());
    }
  }

  @Test
  void blockAtTheEdgeEndsWithTheImage() throws IOException {
    var all = TestSamples.of(SampleType.F32, 20, 18, 1);
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 20, 18);
    try (var reader = open(TiffWriter.of(all, grid).tileSize(16))) {
      var window = new PixelWindow(16, 16, 4, 2);
      SamplesAssert.assertWindow(all, window, reader.readBlock(1, 1), "corner");
      assertThrows(IllegalArgumentException.class, () -> reader.readBlock(2, 0));
    }
  }

  @Test
  void largeUnpackedStripIsReadInParts() throws IOException {
    var all = TestSamples.of(SampleType.F64, 500, 500, 1);
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 500, 500);
    var source =
        new MemoryByteSource(TiffWriter.of(all, grid).compression(Compression.NONE).toBytes());
    try (var reader = TiffReader.open(source, "strip.tif")) {
      var window = new PixelWindow(400, 480, 90, 20);
      SamplesAssert.assertWindow(all, window, reader.readWindow(window), "lower edge");
      assertTrue(source.bytesRead < 600_000, "bytes read: " + source.bytesRead);
    }
  }

  @Test
  void headerOfAnImageWithOverviewsTakesOneRead() throws IOException {
    var all = TestSamples.of(SampleType.U16, 1100, 700, 1);
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 1100, 700);
    var source =
        new MemoryByteSource(TiffWriter.of(all, grid).overviews(Overview.AVERAGE).toBytes());
    try (var reader = TiffReader.open(source, "cog.tif")) {
      reader.checkBlocks();
      assertEquals(1, source.reads);
      assertEquals(1100, reader.header().width());
    }
  }

  @Test
  void codesBecomeFloatsRowByRow() throws IOException {
    try (var reader = open(TiffWriter.of(SMALL, GRID))) {
      var target = new float[4];
      reader.readWindow(new PixelWindow(0, 0, 3, 2)).toFloats(0, 1, 1, 0.5, -1, 5, target, 1);
      assertArrayEquals(new float[] {0, 1, Float.NaN, 32766.5f}, target);
    }
  }
}
