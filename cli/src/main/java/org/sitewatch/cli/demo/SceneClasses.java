package org.sitewatch.cli.demo;

/**
 * The scene classification at 20 m, as fallible as the real one: thin edges, some small clouds and
 * some shadows go unnoticed.
 */
final class SceneClasses {
  private static final byte NO_DATA = 0;
  private static final byte SHADOW = 3;
  private static final byte VEGETATION = 4;
  private static final byte BARE = 5;
  private static final byte WATER = 6;
  private static final byte UNCLASSIFIED = 7;
  private static final byte CLOUD_MEDIUM = 8;
  private static final byte CLOUD_HIGH = 9;
  private static final byte CIRRUS = 10;
  private static final byte SNOW = 11;

  private final byte[] codes;
  private final double cloudPercent;
  private final double noDataPercent;

  /**
   * @param green share of green plants at 10 m
   * @param snow share of snow at 10 m
   */
  SceneClasses(
      Frame frame, Acquisition pass, Atmosphere air, Landscape land, float[] green, float[] snow) {
    int size = frame.size();
    int side = size / 2;
    codes = new byte[side * side];
    long stream = pass.key("classes");
    int clouds = 0;
    int empty = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int at = 2 * y * size + 2 * x;
        int own = y * side + x;
        if (SwathEdge.isBeyond(frame, pass, 2 * x, 2 * y)) {
          codes[own] = NO_DATA;
          empty++;
          continue;
        }
        float cloud = mean(air.noticedCloud, at, size);
        float shadow = mean(air.noticedShadow, at, size);
        codes[own] = overhead(cloud, shadow);
        if (codes[own] == NO_DATA) {
          codes[own] =
              onGround(
                  mean(snow, at, size),
                  mean(land.water, at, size),
                  mean(green, at, size),
                  CounterNoise.uniform(CounterNoise.key(stream, own)));
        } else if (codes[own] != SHADOW) {
          clouds++;
        }
      }
    }
    int seen = Math.max(1, codes.length - empty);
    cloudPercent = 100.0 * clouds / seen;
    noDataPercent = 100.0 * empty / codes.length;
  }

  private static byte overhead(float cloud, float shadow) {
    if (cloud >= 0.5f) {
      return CLOUD_HIGH;
    }
    if (cloud >= 0.25f) {
      return CLOUD_MEDIUM;
    }
    if (cloud >= 0.12f) {
      return CIRRUS;
    }
    return shadow >= 0.25f ? SHADOW : NO_DATA;
  }

  private static byte onGround(float snow, float water, float green, double chance) {
    if (snow >= 0.4f) {
      return SNOW;
    }
    if (water >= 0.5f) {
      return WATER;
    }
    if (chance < 0.004) {
      return UNCLASSIFIED;
    }
    return green >= 0.3f ? VEGETATION : BARE;
  }

  private static float mean(float[] plane, int at, int size) {
    return (plane[at] + plane[at + 1] + plane[at + size] + plane[at + size + 1]) / 4;
  }

  /** SCL codes, row by row; shared and not copied. */
  byte[] codes() {
    return codes;
  }

  double cloudPercent() {
    return cloudPercent;
  }

  double noDataPercent() {
    return noDataPercent;
  }
}
