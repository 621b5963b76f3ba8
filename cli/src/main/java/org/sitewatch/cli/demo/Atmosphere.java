package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What stands between ground and satellite on a day: layered cloud, small clouds, their shadows and
 * haze, and how much of that the scene classification notices.
 */
final class Atmosphere {
  private static final int CELL_PX = 40;
  private static final double SMALL_CLOUD_MISSED = 0.15;
  private static final double SHADOW_MISSED = 0.25;

  /** Thinner cloud edges than this are never noticed. */
  private static final float NOTICED = 0.12f;

  private static final LocalDate CLOUDED_FROM = LocalDate.of(2024, 9, 12);

  private final int size;
  private final Acquisition pass;

  /** Opacity of cloud, 0 to 1. */
  final float[] cloud;

  /** The part of it that the classification sees. */
  final float[] noticedCloud;

  /** Depth of cloud shadow, 0 to 1. */
  final float[] shadow;

  final float[] noticedShadow;

  /** Reflectance that haze adds in the blue. */
  final float[] haze;

  Atmosphere(Frame frame, Acquisition pass) {
    this.size = frame.size();
    this.pass = pass;
    cloud = new float[size * size];
    noticedCloud = new float[size * size];
    shadow = new float[size * size];
    noticedShadow = new float[size * size];
    haze = NoiseField.of(pass.key("haze"), size, 128, 512, 0.5);
    for (int i = 0; i < haze.length; i++) {
      haze[i] = (float) (pass.haze() * Math.max(0.2, 1 + 0.35 * haze[i]));
    }
    var ragged = NoiseField.of(pass.key("ragged"), size, 2, 16, 0.6);
    addLayeredCloud(ragged);
    addSmallClouds(ragged);
    if (!pass.date().isBefore(CLOUDED_FROM)) {
      coverOneSite(ragged);
    }
    castShadows();
  }

  private void addLayeredCloud(float[] ragged) {
    if (pass.cloudCover() <= 0) {
      return;
    }
    var field = NoiseField.of(pass.key("cloud"), size, 16, 256, 0.8);
    float threshold = quantile(field, 1 - pass.cloudCover());
    double density = CounterNoise.uniform(pass.key("density"), 1, 0.65, 1);
    for (int i = 0; i < field.length; i++) {
      float above = field[i] - threshold + 0.06f * ragged[i];
      put(i, (float) (density * Landscape.ramp(above, -0.04, 0.42)), true);
    }
  }

  private static float quantile(float[] field, double share) {
    int step = 37;
    var sample = new float[(field.length + step - 1) / step];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = field[i * step];
    }
    Arrays.sort(sample);
    return sample[(int) Math.min(sample.length - 1, share * sample.length)];
  }

  private void addSmallClouds(float[] ragged) {
    long stream = pass.key("cumulus");
    for (int cellRow = 0; cellRow * CELL_PX < size; cellRow++) {
      for (int cellColumn = 0; cellColumn * CELL_PX < size; cellColumn++) {
        long own = CounterNoise.key(CounterNoise.key(stream, cellRow), cellColumn);
        if (CounterNoise.uniform(own, 1, 0, 1) < pass.cumulus()) {
          double column = CELL_PX * (cellColumn + CounterNoise.uniform(own, 2, 0, 1));
          double row = CELL_PX * (cellRow + CounterNoise.uniform(own, 3, 0, 1));
          double radius = CounterNoise.uniform(own, 4, 3, 13);
          double density = CounterNoise.uniform(own, 5, 0.45, 0.95);
          boolean isNoticed = CounterNoise.uniform(own, 6, 0, 1) > SMALL_CLOUD_MISSED;
          addPuff(column, row, radius, density, isNoticed, ragged);
        }
      }
    }
  }

  private void coverOneSite(float[] ragged) {
    for (var site : SitePlan.sites()) {
      if (site.id().equals(SitePlan.CLOUDED)) {
        double column = site.east_m() / Frame.PIXEL_M;
        double row = site.south_m() / Frame.PIXEL_M;
        double radius = 1.7 * site.radius_m() / Frame.PIXEL_M;
        addPuff(
            column + CounterNoise.uniform(pass.key("drift"), 1, -8, 8),
            row,
            radius,
            0.95,
            true,
            ragged);
      }
    }
  }

  private void addPuff(
      double column,
      double row,
      double radius_px,
      double density,
      boolean isNoticed,
      float[] ragged) {
    int reach = (int) (radius_px * 1.6 + 4);
    int bottom = Math.min(size - 1, (int) row + reach);
    int right = Math.min(size - 1, (int) column + reach);
    for (int y = Math.max(0, (int) row - reach); y <= bottom; y++) {
      for (int x = Math.max(0, (int) column - reach); x <= right; x++) {
        double dx = x - column;
        double dy = y - row;
        double inside =
            radius_px * (1 + 0.2 * ragged[y * size + x]) - StrictMath.sqrt(dx * dx + dy * dy);
        put(y * size + x, (float) (density * Landscape.ramp(inside, -1, 3)), isNoticed);
      }
    }
  }

  private void put(int at, float opacity, boolean isNoticed) {
    cloud[at] = Math.max(cloud[at], opacity);
    if (isNoticed && opacity >= NOTICED) {
      noticedCloud[at] = Math.max(noticedCloud[at], opacity);
    }
  }

  /** The sun stands in the south-south-east: shadows fall to the north-north-west. */
  private void castShadows() {
    double height_px = CounterNoise.uniform(pass.key("height"), 1, 10, 34);
    int down = (int) (0.92 * height_px);
    int right = (int) (0.38 * height_px);
    long stream = pass.key("shadow");
    for (int row = 0; row + down < size; row++) {
      for (int column = 0; column + right < size; column++) {
        float depth = cloud[(row + down) * size + column + right];
        if (depth > 0) {
          int at = row * size + column;
          shadow[at] = depth;
          long cell = CounterNoise.key(CounterNoise.key(stream, row / CELL_PX), column / CELL_PX);
          boolean isNoticed = CounterNoise.uniform(cell) > SHADOW_MISSED;
          noticedShadow[at] = isNoticed ? depth : 0;
        }
      }
    }
  }

  /** Whether the ground shows through undisturbed. */
  boolean isClear(int at) {
    return cloud[at] < 0.08f && shadow[at] < 0.15f;
  }
}
