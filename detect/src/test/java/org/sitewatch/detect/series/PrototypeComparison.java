package org.sitewatch.detect.series;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sitewatch.detect.change.LinearMap;

/**
 * Compares the kernels with the prototype over all looks of a whole site, and the measured
 * displacements with the simulator's: {@code scripts/bench/oracles.py --full}, then this with the
 * folder. Figures go to docs/detectors.
 */
final class PrototypeComparison {
  private final Path folder;
  private int width;
  private int height;

  private PrototypeComparison(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] folders) {
    for (String folder : folders) {
      System.out.println(folder);
      var comparison = new PrototypeComparison(Path.of(folder));
      comparison.registration();
      comparison.fit();
      comparison.lightAndClouds();
    }
  }

  private void registration() {
    NpyFile images = file("s2_image");
    height = images.size(2);
    width = images.size(3);
    float[][][] looks = images.cube();
    boolean[][] valid = file("s2_valid").masks();
    float[][] reference = file("s2_reference").planes();
    double[] prototype = file("s2_shift").doubles();
    double[] truth = file("s2_true").doubles();
    double difference = 0;
    double prototypeUsable = 0;
    var errors = new Errors();
    var errorsUnseen = new Errors();
    var errorsPrototype = new Errors();
    long start = System.nanoTime();
    for (int look = 0; look < looks.length; look++) {
      ShiftEstimate found =
          SubpixelShift.estimate(looks[look], reference, valid[look], width, height);
      double dy = truth[2 * look];
      double dx = truth[2 * look + 1];
      if (found.usable()) {
        errors.add(found.dy_px() - dy, found.dx_px() - dx);
        errorsPrototype.add(prototype[3 * look] - dy, prototype[3 * look + 1] - dx);
        difference = Math.max(difference, Math.abs(found.dy_px() - prototype[3 * look]));
        difference = Math.max(difference, Math.abs(found.dx_px() - prototype[3 * look + 1]));
      }
      if (prototype[3 * look + 2] > 0 && prototype[3 * look + 2] < 0.15) {
        prototypeUsable++;
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9 / looks.length;
    for (int look = 0; look < looks.length; look++) {
      for (float[] plane : looks[look]) {
        for (int pixel = 0; pixel < plane.length; pixel++) {
          plane[pixel] = valid[look][pixel] ? plane[pixel] : Float.NaN;
        }
      }
      ShiftEstimate found =
          SubpixelShift.estimate(looks[look], reference, valid[look], width, height);
      if (found.usable()) {
        errorsUnseen.add(found.dy_px() - truth[2 * look], found.dx_px() - truth[2 * look + 1]);
      }
    }
    System.out.printf(
        "S2 %d looks, %.1f ms a look; usable %s, prototype %.0f; error px %s, prototype %s, NaN %s;"
            + " differs by %.2g px at most%n",
        looks.length,
        1e3 * seconds,
        errors.count(),
        prototypeUsable,
        errors,
        errorsPrototype,
        errorsUnseen,
        difference);
  }

  private void fit() {
    double[] history = file("fit_history").doubles();
    int[] looks = IntStream.range(0, history.length).filter(i -> history[i] != 0).toArray();
    float[][][] values = file("s4_look").cube();
    boolean[][] valid = file("s4_valid").masks();
    HarmonicModel model = HarmonicFit.fit(file("fit_days").doubles(), values, valid, looks);
    long start = System.nanoTime();
    model = HarmonicFit.fit(file("fit_days").doubles(), values, valid, looks);
    double seconds = (System.nanoTime() - start) * 1e-9;
    float[][][] beta = file("fit_beta").cube();
    float[][] sigma = file("fit_sigma").planes();
    double[] count = file("fit_count").doubles();
    double betaDifference = 0;
    double sigmaDifference = 0;
    double countDifference = 0;
    for (int pixel = 0; pixel < count.length; pixel++) {
      countDifference = Math.max(countDifference, Math.abs(count[pixel] - model.count()[pixel]));
      for (int band = 0; band < sigma.length; band++) {
        sigmaDifference =
            Math.max(sigmaDifference, Math.abs(sigma[band][pixel] - model.sigma(band)[pixel]));
        for (int term = 0; term < 5; term++) {
          betaDifference =
              Math.max(
                  betaDifference,
                  Math.abs(beta[band][term][pixel] - model.beta(band)[term][pixel]));
        }
      }
    }
    boolean[] stable = StablePixels.of(model);
    boolean[] expected = file("s4_stable").flags(0, stable.length);
    System.out.printf(
        "S3 %d looks, %d pixels: %.2f s; beta %.2g, sigma %.2g, count %.0f, stable pixels %d%n",
        looks.length,
        count.length,
        seconds,
        betaDifference,
        sigmaDifference,
        countDifference,
        differing(stable, expected));
  }

  private void lightAndClouds() {
    float[][][] values = file("s4_look").cube();
    float[][][] predicted = file("s4_predicted").cube();
    boolean[][] valid = file("s4_valid").masks();
    boolean[] stable = file("s4_stable").flags(0, width * height);
    double[] line = file("s4_line").doubles();
    boolean[][] flags = file("s5_flag").masks();
    boolean[][] scl = file("s1_mask").masks();
    int bands = values[0].length;
    var optical =
        OpticalBands.of(List.of("blue", "green", "red", "nir", "swir16", "swir22")).orElseThrow();
    double offset = 0;
    double gain = 0;
    int flagged = 0;
    int differing = 0;
    int differingUnseen = 0;
    long lightNanos = 0;
    long cloudNanos = 0;
    for (int look = 0; look < values.length; look++) {
      var masked = new boolean[width * height];
      int clear = 0;
      for (int pixel = 0; pixel < masked.length; pixel++) {
        masked[pixel] = !valid[look][pixel];
        clear += valid[look][pixel] ? 1 : 0;
      }
      for (int band = 0; band < bands; band++) {
        long start = System.nanoTime();
        LinearMap map =
            PredictionNormalization.fit(
                predicted[look][band], values[look][band], valid[look], stable);
        lightNanos += System.nanoTime() - start;
        int at = (look * bands + band) * 2;
        offset = Math.max(offset, Math.abs(map.offset() - line[at]));
        gain = Math.max(gain, Math.abs(map.gain() - line[at + 1]));
        for (int pixel = 0; pixel < masked.length; pixel++) {
          values[look][band][pixel] = (float) map.apply(values[look][band][pixel]);
        }
      }
      long start = System.nanoTime();
      boolean[] found =
          CloudScreen.flag(
              values[look], predicted[look], valid[look], masked, optical, width, height);
      cloudNanos += System.nanoTime() - start;
      for (float[] plane : values[look]) {
        for (int pixel = 0; pixel < plane.length; pixel++) {
          plane[pixel] = scl[look][pixel] ? Float.NaN : plane[pixel];
        }
      }
      boolean[] unseen =
          CloudScreen.flag(
              values[look], predicted[look], valid[look], masked, optical, width, height);
      if (clear - count(found) >= 0.25 * masked.length) {
        flagged += count(flags[look]);
        differing += differing(found, flags[look]);
        differingUnseen += differing(unseen, flags[look]);
      }
    }
    System.out.printf(
        "S4 %.2f ms a look; offset %.2g, gain %.2g at most%n",
        1e-6 * lightNanos / values.length, offset, gain);
    System.out.printf(
        "S5 %.2f ms a look; %d pixels flagged, %d differ, %d where what is masked is NaN%n",
        1e-6 * cloudNanos / values.length, flagged, differing, differingUnseen);
  }

  private NpyFile file(String name) {
    return NpyFile.read(folder.resolve(name + ".npy"));
  }

  private static int count(boolean[] pixels) {
    return differing(pixels, new boolean[pixels.length]);
  }

  private static int differing(boolean[] left, boolean[] right) {
    int count = 0;
    for (int i = 0; i < left.length; i++) {
      count += left[i] != right[i] ? 1 : 0;
    }
    return count;
  }

  /** Both directions together; what all looks share is the reference's own displacement. */
  private static final class Errors {
    private double[] dy = {};
    private double[] dx = {};

    void add(double errorY, double errorX) {
      dy = Arrays.copyOf(dy, dy.length + 1);
      dx = Arrays.copyOf(dx, dx.length + 1);
      dy[dy.length - 1] = errorY;
      dx[dx.length - 1] = errorX;
    }

    int count() {
      return dy.length;
    }

    @Override
    public String toString() {
      return "%.3f/%.3f (as is %.3f/%.3f)"
          .formatted(
              quantile(0.5, true), quantile(0.9, true), quantile(0.5, false), quantile(0.9, false));
    }

    private double quantile(double share, boolean centred) {
      double middleY = centred ? middle(dy) : 0;
      double middleX = centred ? middle(dx) : 0;
      double[] all =
          IntStream.range(0, 2 * dy.length)
              .mapToDouble(i -> Math.abs(i % 2 == 0 ? dy[i / 2] - middleY : dx[i / 2] - middleX))
              .sorted()
              .toArray();
      return all[(int) (share * (all.length - 1))];
    }

    private static double middle(double[] values) {
      return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
  }
}
