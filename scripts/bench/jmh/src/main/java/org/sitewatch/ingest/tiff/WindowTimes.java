package org.sitewatch.ingest.tiff;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * Median CPU time of random, unaligned windows of a file's first band, one number a round: what
 * {@code gdal_windows.py} prints for GDAL. The first rounds run on cold code.
 */
public final class WindowTimes {
  private static final int SIDE = 512;
  private static final int WINDOWS = 60;
  private static final int ROUNDS = 6;

  private WindowTimes() {}

  public static void main(String[] args) throws IOException {
    var clock = ManagementFactory.getThreadMXBean();
    try (var reader = TiffReader.open(Path.of(args[0]))) {
      for (int round = 0; round < ROUNDS; round++) {
        var random = new Random(round);
        var times = new long[WINDOWS];
        for (int i = 0; i < WINDOWS; i++) {
          int column = random.nextInt(reader.header().width() - SIDE);
          int row = random.nextInt(reader.header().height() - SIDE);
          long start = clock.getCurrentThreadCpuTime();
          reader.readWindow(new PixelWindow(column, row, SIDE, SIDE), 0);
          times[i] = clock.getCurrentThreadCpuTime() - start;
        }
        Arrays.sort(times);
        System.out.printf("%.2f ", times[WINDOWS / 2] / 1e6);
      }
      System.out.println("ms");
    }
  }
}
