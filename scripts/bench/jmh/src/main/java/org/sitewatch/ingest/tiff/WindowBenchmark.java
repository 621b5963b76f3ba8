package org.sitewatch.ingest.tiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sitewatch.sites.PixelGrid;

/** A random, unaligned window of 512 x 512 pixels out of a tiled image of 16 bits. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WindowBenchmark {
  private static final int SIDE = 3072;
  private static final int WINDOW = 512;

  @Param({"DEFLATE", "ZSTD", "NONE"})
  private Compression packing;

  @Param({"native", "portable"})
  private String inflate;

  private final Random random = new Random(1);
  private Path file;
  private TiffReader reader;

  @Setup
  public void write() throws IOException {
    System.setProperty(NativeInflater.SWITCH, Boolean.toString(inflate.equals("native")));
    var codes = new short[SIDE * SIDE];
    for (int i = 0; i < codes.length; i++) {
      double field = 600 * Math.sin(i % SIDE / 90.0) * Math.cos(i / SIDE / 70.0);
      codes[i] = (short) (2500 + field + 40 * random.nextGaussian());
    }
    file = Files.createTempFile("window", ".tif");
    var grid = PixelGrid.northUp(32636, 400_000, 3_300_000, 10, SIDE, SIDE);
    TiffWriter.of(Samples.of(SampleType.U16, SIDE, SIDE, List.of(codes)), grid)
        .tileSize(512)
        .compression(packing)
        .writeAtomically(file);
    reader = TiffReader.open(file);
  }

  @TearDown
  public void delete() throws IOException {
    reader.close();
    Files.delete(file);
  }

  @Benchmark
  public Samples window() throws IOException {
    int column = random.nextInt(SIDE - WINDOW);
    int row = random.nextInt(SIDE - WINDOW);
    return reader.readWindow(new PixelWindow(column, row, WINDOW, WINDOW));
  }
}
