package org.sitewatch.cli.demo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The ground that does not change from date to date: soils, plant cover, fields, river, terrain.
 * Planes are row by row on the frame's 10 m lattice, shared and not copied.
 */
final class Landscape {
  private final Frame frame;

  /** Reflectance of the dry bare soil, [band][pixel]. */
  final float[][] soil = new float[Band.values().length][];

  /** Share of the ground that plants can cover. */
  final float[] cover;

  /** How much of the plants follow the meadow's calendar. */
  final float[] meadow;

  /** Days by which the season is late here. */
  final float[] lag_days;

  /** Share of the pixel that is open water. */
  final float[] water;

  /** How long the soil stays wet, around 1. */
  final float[] drying;

  /** Slope towards the morning sun, tangent. */
  final float[] slope;

  /** Share of the pixel under old roofs. */
  final float[] roof;

  /** Field parcel, 0 = none. */
  final short[] parcel;

  /**
   * @param uncultivated ground without fields, UTM metres
   */
  Landscape(Frame frame, List<Geometry> uncultivated) {
    this.frame = frame;
    int size = frame.size();
    int pixels = size * size;
    cover = new float[pixels];
    meadow = new float[pixels];
    water = new float[pixels];
    roof = new float[pixels];
    lag_days = scaled(noise("lag", 16, 256, 0.7), 7);
    drying = noise("drying", 4, 128, 0.5);
    slope = new float[pixels];
    parcel = Parcels.of(frame, uncultivated, noise("farm", 32, 512, 0.8));
    var hills = shapeTerrain();
    paint(hills);
  }

  private float[] noise(String name, int finest, int coarsest, double roughness) {
    long key = CounterNoise.key(DemoWorld.SEED, name);
    return NoiseField.of(key, frame.size(), finest, coarsest, roughness);
  }

  private static float[] scaled(float[] field, float factor) {
    for (int i = 0; i < field.length; i++) {
      field[i] *= factor;
    }
    return field;
  }

  /** Turns rolling ground into ground with sharp crests and broad valleys. */
  private static float[] ridges(float[] field) {
    for (int i = 0; i < field.length; i++) {
      field[i] = -StrictMath.abs(field[i]) + 0.35f * field[i];
    }
    return field;
  }

  /** Fills the slopes and returns how hilly each pixel is, 0 to 1. */
  private float[] shapeTerrain() {
    int size = frame.size();
    var relief = ridges(noise("relief", 4, 128, 0.85));
    var hills = new float[relief.length];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double southEast = (column + row) * Frame.PIXEL_M / 1000;
        int at = row * size + column;
        hills[at] = (float) ramp(5.4 - southEast + 0.8 * relief[at], 0, 2.2);
      }
    }
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int at = row * size + column;
        float east = relief[at] - relief[column == 0 ? at : at - 1];
        float south = relief[at] - relief[row == 0 ? at : at - size];
        slope[at] = (1.2f * south - 1.0f * east) * (0.22f + 1.5f * hills[at]);
      }
    }
    return hills;
  }

  private void paint(float[] hills) {
    int size = frame.size();
    var brightness = noise("soil", 1, 128, 0.3);
    var tilt = noise("tilt", 8, 256, 0.6);
    var plants = noise("plants", 2, 128, 0.5);
    var edge = noise("edge", 8, 256, 0.8);
    var drains = noise("drains", 8, 128, 0.75);
    for (int b = 0; b < soil.length; b++) {
      soil[b] = new float[cover.length];
    }
    for (int row = 0; row < size; row++) {
      double south_m = (row + 0.5) * Frame.PIXEL_M;
      double middle_m = riverEast_m(south_m);
      for (int column = 0; column < size; column++) {
        int at = row * size + column;
        double east_m = (column + 0.5) * Frame.PIXEL_M;
        double river_m = Math.abs(east_m - middle_m) + 7 * edge[at];
        double desert = ramp(south_m + 900 * edge[at] - 0.12 * east_m, 6900, 8500);
        double rock =
            hills[at] * ramp(brightness[at] * 0.6 + slope[at] * 2.5 + plants[at] * -0.5, 0.2, 1.2);
        double riverside = 1 - ramp(river_m, 90, 330);
        double road = road(east_m, south_m, edge[at]);
        double wash = 1 - ramp(StrictMath.abs(drains[at]), 0.01, 0.055);
        double steppe = 0.42 + 0.14 * plants[at] + 0.10 * wash;
        double potential =
            mix(mix(steppe, 0.07 + 0.05 * plants[at] + 0.10 * wash, desert), 0.15, rock);
        potential = mix(potential, 0.8 + 0.1 * plants[at], riverside) * (1 - road);
        cover[at] = (float) Math.max(0.01, Math.min(0.95, potential));
        meadow[at] = (float) riverside;
        water[at] = (float) (1 - ramp(river_m, 18, 30));
        roof[at] = (float) house(column, row);
        drying[at] = (float) Math.max(0.3, 0.9 + 0.3 * drying[at] - 0.35 * desert);
        double light = 1 + 0.12 * brightness[at] * (1 + rock) + 0.12 * road - 0.1 * riverside;
        light += (0.10 - 0.16 * desert) * wash;
        for (int b = 0; b < soil.length; b++) {
          double own = mix(Spectrum.CHESTNUT_SOIL.at(b), Spectrum.SAND.at(b), desert);
          own = mix(own, Spectrum.ROCK.at(b), rock);
          soil[b][at] = (float) (own * Math.max(0.4, light + Spectrum.TILT.at(b) * tilt[at]));
        }
      }
    }
  }

  /** Where the middle of the river runs at a distance from the frame's upper edge, metres. */
  static double riverEast_m(double south_m) {
    return 6150
        + 520 * StrictMath.sin(south_m / 1650 + 0.6)
        + 190 * StrictMath.sin(south_m / 560 + 2)
        + 60 * StrictMath.sin(south_m / 210);
  }

  /** Share of a pixel that the two old dirt roads take. */
  private static double road(double east_m, double south_m, float sway) {
    double first = Math.abs(south_m - 4450 - 0.16 * east_m - 60 * sway);
    double second = Math.abs(east_m - 2050 - 0.05 * south_m - 60 * sway);
    return Math.max(0, Math.min(0.8, (9 - Math.min(first, second)) / 10));
  }

  /** Share of a pixel under the roofs of the one village. */
  private static double house(int column, int row) {
    int east = column - 905;
    int south = row - 655;
    if (east * east + 2 * south * south > 900) {
      return 0;
    }
    long key =
        CounterNoise.key(CounterNoise.key(DemoWorld.SEED, "house"), (row / 3) * 4096L + column / 3);
    boolean isCorner = column % 3 == 0 && row % 3 == 0;
    return isCorner && CounterNoise.uniform(key) < 0.45 ? 0.75 : 0;
  }

  /** 0 up to {@code from}, 1 past {@code to}, smooth between. */
  static double ramp(double value, double from, double to) {
    double t = Math.max(0, Math.min(1, (value - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }

  private static double mix(double first, double second, double share) {
    return first + share * (second - first);
  }
}
