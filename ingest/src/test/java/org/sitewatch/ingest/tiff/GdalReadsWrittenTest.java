package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

/** What the writer writes, as GDAL sees it. */
class GdalReadsWrittenTest {
  @TempDir Path folder;

  private static final List<Integer> CRSS =
      List.of(32636, 32736, 3857, 4326, 26912, 25832, 32601, 32760);

  private static String gdalName(SampleType type) {
    return switch (type) {
      case U8 -> "Byte";
      case U16 -> "UInt16";
      case I16 -> "Int16";
      case U32 -> "UInt32";
      case I32 -> "Int32";
      case F32 -> "Float32";
      case F64 -> "Float64";
      case I8, U64, I64 -> ""; // not known to every GDAL
    };
  }

  @Test
  void codesPlaceAndCrsAreTheSame() throws Exception {
    int kind = 0;
    for (var type : SampleType.values()) {
      for (var packing : List.of(Compression.NONE, Compression.DEFLATE, Compression.ZSTD)) {
        int epsg = CRSS.get(kind++ % CRSS.size());
        var grid = PixelGrid.northUp(epsg, 35.25, 30.5, epsg == 4326 ? 0.001 : 10, 70, 45);
        var writer = TiffWriter.of(TestSamples.of(type, 70, 45, 2), grid).compression(packing);
        if (!gdalName(type).isEmpty()) {
          String name = type + "-" + epsg + "-" + packing;
          writer.writeAtomically(folder.resolve(name + "-strip.tif"));
          writer.nodata(0).tileSize(32).writeAtomically(folder.resolve(name + "-tile.tif"));
        }
      }
    }
    var files = describe();
    assertEquals(42, files.size());
    files.forEach(GdalReadsWrittenTest::check);
  }

  private static void check(String name, Map<String, String> seen) {
    var type = SampleType.valueOf(name.split("-")[0]);
    String epsg = name.split("-")[1];
    assertEquals(PixelBytes.sha256(TestSamples.of(type, 70, 45, 2)), seen.get("sha256"), name);
    assertEquals("70 45 2", seen.get("size"), name);
    assertEquals(gdalName(type), seen.get("type"), name);
    String step = epsg.equals("4326") ? "0.001" : "10.0";
    String transform = "35.25 %s 0.0 30.5 0.0 -%s".formatted(step, step);
    assertEquals(transform, seen.get("transform"), name);
    assertEquals(epsg, seen.get("epsg"), name);
    assertEquals("Area", seen.get("point"), name);
    assertEquals(name.endsWith("tile.tif") ? "0.0" : "None", seen.get("nodata"), name);
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
    writer.writeAtomically(folder.resolve("written.tif"));
    return describe().get("written.tif");
  }

  /** What GDAL says of the files in the folder: by file, by fact. */
  private Map<String, Map<String, String>> describe() throws Exception {
    var files = new TreeMap<String, Map<String, String>>();
    for (var line : Gdal.run("gdal_describe.py", folder.toString())) {
      String[] fields = line.split(" ", 3);
      String value = fields.length > 2 ? fields[2] : "";
      files.computeIfAbsent(fields[0], name -> new TreeMap<>()).put(fields[1], value);
    }
    return files;
  }
}
