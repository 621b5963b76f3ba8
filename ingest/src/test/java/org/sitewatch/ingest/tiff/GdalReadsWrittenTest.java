package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

/** What the writer writes, as GDAL sees it. */
class GdalReadsWrittenTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "U8, NONE, Byte, 32636",
    "U8, DEFLATE, Byte, 32736",
    "U16, ZSTD, UInt16, 32636",
    "U16, DEFLATE, UInt16, 3857",
    "I16, ZSTD, Int16, 4326",
    "I16, NONE, Int16, 26912",
    "U32, ZSTD, UInt32, 25832",
    "I32, DEFLATE, Int32, 32601",
    "F32, ZSTD, Float32, 32760",
    "F32, NONE, Float32, 4326",
    "F64, DEFLATE, Float64, 3857"
  })
  void codesPlaceAndCrsAreTheSame(SampleType type, Compression packing, String name, int epsg)
      throws Exception {
    var samples = TestSamples.of(type, 70, 45, 2);
    double step = epsg == 4326 ? 0.001 : 10;
    var grid = PixelGrid.northUp(epsg, 35.25, 30.5, step, 70, 45);
    for (boolean tiled : new boolean[] {false, true}) {
      var writer = TiffWriter.of(samples, grid).compression(packing).nodata(0);
      var seen = seen(tiled ? writer.tileSize(32) : writer);
      assertEquals(PixelBytes.sha256(samples), seen.get("sha256"));
      assertEquals("70 45 2", seen.get("size"));
      assertEquals(name, seen.get("type"));
      assertEquals("35.25 %s 0.0 30.5 0.0 -%s".formatted(step, step), seen.get("transform"));
      assertEquals(Integer.toString(epsg), seen.get("epsg"));
      assertEquals("Area", seen.get("point"));
    }
  }

  @Test
  void namesScaleAndKeysAreTheSame() throws Exception {
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 7, 5);
    var seen =
        seen(
            TiffWriter.of(TestSamples.of(SampleType.I16, 7, 5, 2), grid)
                .nodata(-9999)
                .scaling(1e-4, -0.1)
                .bandNames(List.of("red", "n<i>r"))
                .metadata("KEY", "a & \"b\" é"));
    assertEquals("-9999.0", seen.get("nodata"));
    assertEquals("0.0001 -0.1", seen.get("scale"));
    assertEquals("red n<i>r", seen.get("names"));
    assertEquals("a & \"b\" é", seen.get("key"));
  }

  @Test
  void rotatedGridIsTheSame() throws Exception {
    var grid = new PixelGrid(32736, new Affine(400_000, 8, 6, 3_300_000, 6, -8), 7, 5);
    var seen = seen(TiffWriter.of(TestSamples.of(SampleType.U8, 7, 5, 1), grid));
    assertEquals("400000.0 8.0 6.0 3300000.0 6.0 -8.0", seen.get("transform"));
  }

  @ParameterizedTest
  @CsvSource({"AVERAGE, 1, ZSTD", "NEAREST, 3, DEFLATE", "AVERAGE, 2, NONE"})
  void overviewsMakeACloudOptimizedGeoTiff(Overview overview, int bands, Compression packing)
      throws Exception {
    var samples = TestSamples.of(SampleType.U16, 1300, 900, bands);
    var grid = PixelGrid.northUp(32636, 0, 0, 10, 1300, 900);
    var seen =
        seen(TiffWriter.of(samples, grid).compression(packing).overviews(overview).tileSize(256));
    assertEquals(PixelBytes.sha256(samples), seen.get("sha256"));
    assertEquals("[]", seen.get("cog"));
    double sum = 0;
    for (int row = 0; row < 900; row++) {
      for (int column = 0; column < 1300; column++) {
        sum += samples.value(0, column, row);
      }
    }
    for (var level : seen.get("overviews").split(" ")) {
      assertEquals(sum / 1300 / 900, Double.parseDouble(level.split(":")[1]), 40, level);
    }
    assertEquals(
        List.of("650x450", "325x225", "163x113"),
        List.of(seen.get("overviews").replaceAll(":\\S+", "").split(" ")));
  }

  private Map<String, String> seen(TiffWriter writer) throws Exception {
    var file = folder.resolve("written.tif");
    writer.writeAtomically(file);
    return Gdal.run("gdal_describe.py", file.toString()).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(line -> line[0], line -> line.length > 1 ? line[1] : ""));
  }
}
