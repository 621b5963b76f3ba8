package org.sitewatch.cli.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.ingest.tiff.PixelWindow;
import org.sitewatch.ingest.tiff.TiffReader;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.UserException;

class DemoWorldTest {
  private static final Frame SMALL = new Frame(140);

  /**
   * The last passes of the plan: rain, the swath's edge, all of the scanned weeks but the first.
   */
  private static final List<Acquisition> PASSES = Acquisition.plan().subList(16, 23);

  /** Changes whenever the simulated world does. */
  private static final String GOLDEN = "8e965e7f";

  @TempDir Path directory;

  @Test
  void sameBytesTwiceAndOnOneOrTwoThreads() throws IOException {
    var first = write("first", 1);
    var second = write("second", 2);
    assertEquals(first.keySet(), second.keySet());
    assertEquals(7 * 8 + 3, first.size());
    for (var file : first.keySet()) {
      assertArrayEquals(first.get(file), second.get(file), file);
    }
  }

  private Map<String, byte[]> write(String name, int threads) throws IOException {
    var target = directory.resolve(name);
    new DemoWorld(SMALL, PASSES, List.of(), threads, new CogWriter())
        .write(target, target.resolve("truth.geojson"), done -> {});
    var files = new TreeMap<String, byte[]>();
    try (var walk = Files.walk(target)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        files.put(target.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /**
   * The sum guards against a JVM on which a number comes out differently; compression is not in it.
   */
  @Test
  void digitalNumbersAreThoseOfEveryOtherJvm() {
    var sums = new TreeMap<String, Long>();
    var files =
        new BandWriter() {
          @Override
          public void write(Path file, PixelGrid grid, short[] samples) {
            var sum = new CRC32();
            for (short sample : samples) {
              sum.update(sample & 0xff);
              sum.update(sample >> 8 & 0xff);
            }
            sums.put(file.getParent().getFileName() + "/" + file.getFileName(), sum.getValue());
          }

          @Override
          public void write(Path file, PixelGrid grid, byte[] samples) {
            var sum = new CRC32();
            sum.update(samples);
            sums.put(file.getParent().getFileName() + "/" + file.getFileName(), sum.getValue());
          }
        };
    new DemoWorld(
            new Frame(128),
            Acquisition.plan().subList(0, 9),
            EarlierPasses.plan().subList(0, 1),
            1,
            files)
        .write(directory.resolve("sums"), directory.resolve("truth.geojson"), done -> {});
    var all = new CRC32();
    all.update(sums.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(GOLDEN, Long.toHexString(all.getValue()));
  }

  @Test
  void itemsSayWhatTheFilesHold() throws IOException {
    var progress = new ArrayList<Integer>();
    var summary =
        new DemoWorld(SMALL, PASSES, List.of(), 2, new CogWriter())
            .write(directory, directory.resolve("out/truth.geojson"), progress::add);
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), progress);
    assertEquals(List.of("2024-W39", "2024-W40", "2024-W41", "2024-W42"), summary.weeks());
    var items = Json.read(summary.items()).path("features");
    assertEquals(7, items.size());
    for (var item : items) {
      for (var key : List.of("blue", "green", "red", "nir", "swir16", "swir22", "scl")) {
        checkAsset(item.path("assets").path(key));
      }
      var own = summary.items().resolveSibling(item.path("id").asText());
      assertTrue(Files.isRegularFile(own.resolve(item.path("id").asText() + ".json")));
    }
  }

  private void checkAsset(JsonNode asset) throws IOException {
    try (var reader = TiffReader.open(directory.resolve(asset.path("href").asText()))) {
      var header = reader.header();
      assertEquals(asset.path("proj:shape").get(0).asInt(), header.height());
      assertEquals(asset.path("proj:shape").get(1).asInt(), header.width());
      var affine = header.georeference().affine().get();
      assertEquals(asset.path("proj:transform").get(2).asDouble(), affine.originX());
      assertEquals(asset.path("proj:transform").get(5).asDouble(), affine.originY());
      assertEquals(Frame.EPSG, header.georeference().epsg().getAsInt());
      assertEquals(0, header.nodata().getAsDouble());
      reader.readWindow(new PixelWindow(0, 0, header.width(), header.height()), 0);
    }
  }

  @Test
  void onePassLacksACornerAndItsFootprintSaysSo() {
    int cut = 0;
    for (var pass : Acquisition.plan()) {
      int points = SwathEdge.footprint(SMALL, pass).getNumPoints();
      assertEquals(pass.isAtSwathEdge() ? 6 : 5, points);
      cut += pass.isAtSwathEdge() ? 1 : 0;
    }
    assertEquals(1, cut);
  }

  @Test
  void unwritableDirectoryIsTheUsersMistake() throws IOException {
    var file = Files.writeString(directory.resolve("file"), "in the way");
    var mistake =
        assertThrows(
            UserException.class,
            () ->
                new DemoWorld(SMALL, PASSES, List.of(), 1, new CogWriter())
                    .write(file, directory.resolve("truth.geojson"), done -> {}));
    assertEquals(ExitCode.UNAVAILABLE, mistake.exitCode());
    assertTrue(mistake.getMessage().startsWith("demo cannot be written to "));
  }
}
