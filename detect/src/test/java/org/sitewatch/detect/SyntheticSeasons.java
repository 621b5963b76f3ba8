package org.sitewatch.detect;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/**
 * A tile in memory with a long history: six calibrated bands that follow the season, seen every two
 * weeks from 6 January 2021 on with noise and a scene-wide gain. 64 x 64 pixels of 10 m; the core
 * is the square of columns and rows 14 to 49.
 */
final class SyntheticSeasons {
  static final int SIDE = 40;
  static final PixelGrid GRID = PixelGrid.northUp(32632, 500_000, 5_000_000, 10, SIDE, SIDE);
  static final LocalDate FIRST = LocalDate.of(2021, 6, 6);
  private static final int STEP_DAYS = 18;
  private static final List<String> BANDS =
      List.of("blue", "green", "red", "nir", "swir16", "swir22");
  private static final double[] LEVEL = {0.07, 0.10, 0.13, 0.26, 0.30, 0.24};
  private static final double[] SEASON = {-0.005, -0.004, -0.012, 0.05, -0.02, -0.02};
  private static final double[] BARE = {0.05, 0.07, 0.10, 0.02, 0.12, 0.12};

  private final float[][][] values;
  private final byte[][] states;
  private final List<Look> looks = new ArrayList<>();

  SyntheticSeasons(long seed, LocalDate until) {
    var random = new Random(seed);
    var ground = new double[BANDS.size()][SIDE * SIDE];
    for (int band = 0; band < ground.length; band++) {
      double level = LEVEL[band];
      Arrays.setAll(ground[band], pixel -> level * (1 + 0.08 * random.nextGaussian()));
    }
    for (LocalDate day = FIRST; !day.isAfter(until); day = day.plusDays(STEP_DAYS)) {
      looks.add(
          new Look(
              "look-" + day,
              day.atTime(10, 30).toInstant(ZoneOffset.UTC),
              "sentinel-2",
              List.of("scene-" + day),
              List.of()));
    }
    values = new float[looks.size()][BANDS.size()][SIDE * SIDE];
    states = new byte[looks.size()][SIDE * SIDE];
    for (int look = 0; look < looks.size(); look++) {
      Arrays.fill(states[look], PixelState.CLEAR.code());
      see(look, ground, random);
    }
  }

  private void see(int look, double[][] ground, Random random) {
    double season = Math.sin(2 * Math.PI * (looks.get(look).date().getDayOfYear() - 80) / 365.25);
    double gain = 1 + 0.02 * random.nextGaussian();
    for (int band = 0; band < ground.length; band++) {
      for (int pixel = 0; pixel < ground[band].length; pixel++) {
        double value = ground[band][pixel] + season * SEASON[band];
        values[look][band][pixel] = (float) (gain * value + 0.004 * random.nextGaussian());
      }
    }
  }

  static Site site() {
    var square =
        new Envelope(
            500_000 + 10.0 * 6, 500_000 + 10.0 * 34, 5_000_000 - 10.0 * 34, 5_000_000 - 10.0 * 6);
    var core =
        GroundOutline.toLonLat(
            new GeometryFactory().toGeometry(square), Projection.ofEpsg(GRID.epsg()));
    return new Site("hatra", "Hatra", Map.of(Zone.CORE, core), 2, "", new TreeMap<>());
  }

  /** Bare soil on a rectangle, in the looks from one day to before another. */
  SyntheticSeasons bare(int column, int row, int width, int height, String from, String end) {
    for (int look : looksIn(from, end)) {
      for (int pixel : pixels(column, row, width, height)) {
        for (int band = 0; band < BANDS.size(); band++) {
          values[look][band][pixel] += (float) BARE[band];
        }
      }
    }
    return this;
  }

  SyntheticSeasons cloud(int column, int row, int width, int height, String from, String end) {
    for (int look : looksIn(from, end)) {
      for (int pixel : pixels(column, row, width, height)) {
        states[look][pixel] = PixelState.CLOUD.code();
        for (float[] band : values[look]) {
          band[pixel] = Float.NaN;
        }
      }
    }
    return this;
  }

  /** What a look shows so many rows below and columns to the right of where it lies. */
  SyntheticSeasons aside(String day, int dy, int dx) {
    int look = looksIn(day, LocalDate.parse(day).plusDays(1).toString())[0];
    for (float[] band : values[look]) {
      float[] there = band.clone();
      for (int pixel = 0; pixel < band.length; pixel++) {
        int row = Math.floorMod(pixel / SIDE - dy, SIDE);
        band[pixel] = there[row * SIDE + Math.floorMod(pixel % SIDE - dx, SIDE)];
      }
    }
    return this;
  }

  TileStack stack() {
    return new TileStack(GRID, BANDS, true, looks, values, states);
  }

  private int[] looksIn(String from, String end) {
    return java.util.stream.IntStream.range(0, looks.size())
        .filter(i -> !looks.get(i).date().isBefore(LocalDate.parse(from)))
        .filter(i -> looks.get(i).date().isBefore(LocalDate.parse(end)))
        .toArray();
  }

  private static int[] pixels(int column, int row, int width, int height) {
    var pixels = new int[width * height];
    Arrays.setAll(pixels, i -> (row + i / width) * SIDE + column + i % width);
    return pixels;
  }
}
