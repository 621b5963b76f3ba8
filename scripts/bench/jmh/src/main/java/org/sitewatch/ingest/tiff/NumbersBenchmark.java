package org.sitewatch.ingest.tiff;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done to a tile of 176 x 176 pixels and four bands beside reading the file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NumbersBenchmark {
  private static final int SIDE = 176;
  private static final int BANDS = 4;

  private final Samples codes = codes();
  private final float[] numbers = new float[SIDE * SIDE];

  private static Samples codes() {
    var random = new Random(1);
    var plane = new short[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (short) (2500 + 500 * random.nextGaussian());
    }
    return Samples.of(SampleType.U16, SIDE, SIDE, List.of(plane, plane, plane, plane));
  }

  @Benchmark
  public float[] toFloats() {
    for (int band = 0; band < BANDS; band++) {
      codes.toFloats(band, 0, SIDE, 1e-4, -0.1, 0, numbers, 0);
    }
    return numbers;
  }

  @Benchmark
  public String crc32c() {
    return PixelBytes.crc32c(codes);
  }

  @Benchmark
  public String sha256() {
    return PixelBytes.sha256(codes);
  }
}
