package org.sitewatch.detect.change;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The robust score of a look against five earlier ones in four bands: each brought to the common
 * scale, median and MAD, anomaly in units of noise, its length. Operations a microsecond are
 * megapixels a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScoreBenchmark {
  private static final int PIXELS = 176 * 176;
  private static final int BANDS = 4;
  private static final int EARLIER = 5;

  @Param({"0", "20"})
  int masked_pct;

  private final float[][][] planes = new float[BANDS][EARLIER][PIXELS];
  private final boolean[][] seen = new boolean[EARLIER][PIXELS];
  private final LinearMap[] maps = new LinearMap[EARLIER];
  private final float[][] look = new float[BANDS][PIXELS];
  private final float[] median = new float[PIXELS];
  private final float[] spread = new float[PIXELS];
  private final float[] edge = new float[PIXELS];
  private final float[] z = new float[PIXELS];
  private final double[] squares = new double[PIXELS];
  private final float[] length = new float[PIXELS];

  @Setup
  public void fill() {
    var random = new Random(1);
    Arrays.setAll(maps, i -> new LinearMap(0.01 * i, 1 + 0.02 * i));
    for (boolean[] one : seen) {
      for (int i = 0; i < PIXELS; i++) {
        one[i] = random.nextInt(100) >= masked_pct;
      }
    }
    for (int band = 0; band < BANDS; band++) {
      for (int i = 0; i < PIXELS; i++) {
        look[band][i] = (float) random.nextGaussian();
        for (float[] plane : planes[band]) {
          plane[i] = (float) random.nextGaussian();
        }
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(PIXELS)
  public float[] score() {
    Arrays.fill(squares, 0);
    for (int band = 0; band < BANDS; band++) {
      Baseline.medianAndSpread(planes[band], seen, maps, median, spread);
      Anomaly.of(look[band], median, spread, edge, z, squares);
    }
    Anomaly.length(squares, BANDS, length);
    return length;
  }
}
