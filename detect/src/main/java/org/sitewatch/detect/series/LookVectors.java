package org.sitewatch.detect.series;

/**
 * What one look tells of each pixel: u, its whitened change, and w, that of its 3 × 3
 * neighbourhood. Both depend on the model and this look alone. Unseen pixels hold 0 and are never
 * judged.
 */
public final class LookVectors {
  /** No vector is longer: one glint must not fill its neighbourhood. */
  private static final float LONGEST = 30;

  private final double day;
  private final float[][] u;
  private final float[][] w;
  private final byte[] state;

  /**
   * Vectors kept earlier; the arrays are not copied.
   *
   * @param day days since 1 January 1970
   * @param u [band][pixel]
   * @param w [band][pixel]
   * @param state {@link PixelState} of each pixel
   */
  public LookVectors(double day, float[][] u, float[][] w, byte[] state) {
    if (!Double.isFinite(day)) {
      throw new IllegalArgumentException("day must be finite, got " + day);
    }
    if (u.length != w.length) {
      throw new IllegalArgumentException("u has " + u.length + " bands, w " + w.length);
    }
    this.day = day;
    this.u = u;
    this.w = w;
    this.state = state;
  }

  /**
   * Makes a look's vectors. In place: u is shortened to 30 and set to 0 at unseen pixels.
   *
   * @param u [band][pixel], kept
   * @param state {@link PixelState} of each pixel, kept
   */
  public static LookVectors of(double day, float[][] u, byte[] state, int width, int height) {
    shorten(u, state);
    return new LookVectors(day, u, NeighbourhoodSum.of(u, state, width, height), state);
  }

  /**
   * Divides w by its null scale in place, once.
   *
   * @param scale of {@link NeighbourhoodSum#nullScale}, a factor &gt; 0 a band
   */
  public void divideW(double[] scale) {
    for (int band = 0; band < w.length; band++) {
      float factor = (float) (1 / scale[band]);
      for (int pixel = 0; pixel < state.length; pixel++) {
        w[band][pixel] *= factor;
      }
    }
  }

  LookVectors whole(SeenPart part) {
    return new LookVectors(day, part.whole(u, 0), part.whole(w, 0), part.whole(state));
  }

  /** Days since 1 January 1970. */
  public double day() {
    return day;
  }

  /** [band][pixel], at most 30 long; not a copy. */
  public float[][] u() {
    return u;
  }

  /** [band][pixel]; not a copy. */
  public float[][] w() {
    return w;
  }

  /** {@link PixelState} of each pixel; not a copy. */
  public byte[] state() {
    return state;
  }

  boolean[] validPixels() {
    var valid = new boolean[state.length];
    for (int pixel = 0; pixel < valid.length; pixel++) {
      valid[pixel] = state[pixel] == PixelState.VALID;
    }
    return valid;
  }

  private static void shorten(float[][] u, byte[] state) {
    var factors = new float[state.length];
    for (float[] plane : u) {
      for (int pixel = 0; pixel < state.length; pixel++) {
        plane[pixel] = state[pixel] == PixelState.UNSEEN ? 0 : plane[pixel];
        factors[pixel] += plane[pixel] * plane[pixel];
      }
    }
    for (int pixel = 0; pixel < state.length; pixel++) {
      float length = (float) Math.sqrt(factors[pixel]);
      factors[pixel] = length > LONGEST ? LONGEST / length : 1;
    }
    for (float[] plane : u) {
      for (int pixel = 0; pixel < state.length; pixel++) {
        plane[pixel] *= factors[pixel];
      }
    }
  }
}
