package org.sitewatch.cli.demo;

/**
 * The way from the ground to digital numbers: blur and displacement by a fraction of a pixel,
 * shadow, cloud, haze, the pass's own gain and offset, and noise. DN = reflectance × 10000 + 1000,
 * 0 = no data.
 */
final class Optics {
  private static final int MAX_DN = 20_000;
  private static final double BLUR_PX = 0.45;
  private static final float SHADE = 0.55f;

  private final Frame frame;
  private final Acquisition pass;
  private final Atmosphere air;
  private final float[] across;
  private final float[] down;
  private final float[] row;

  Optics(Frame frame, Acquisition pass, Atmosphere air) {
    this.frame = frame;
    this.pass = pass;
    this.air = air;
    across = kernel(pass.shiftEast_px());
    down = kernel(pass.shiftSouth_px());
    row = new float[frame.size() + 4];
  }

  /** Five taps of a bell that lies {@code shift} pixels before the pixel's middle. */
  private static float[] kernel(double shift_px) {
    var taps = new double[5];
    double sum = 0;
    for (int k = 0; k < 5; k++) {
      double distance = (k - 2 + shift_px) / BLUR_PX;
      taps[k] = StrictMath.exp(-0.5 * distance * distance);
      sum += taps[k];
    }
    var weights = new float[5];
    for (int k = 0; k < 5; k++) {
      weights[k] = (float) (taps[k] / sum);
    }
    return weights;
  }

  /**
   * @param ground reflectance at 10 m; overwritten
   * @param scratch of the same size; overwritten
   * @return digital numbers at the band's own pixel size
   */
  short[] expose(Band band, float[] ground, float[] scratch) {
    int size = frame.size();
    blurAcross(ground, scratch, size);
    blurDown(scratch, ground, size);
    pass(band.ordinal(), ground);
    boolean isCoarse = band.pixel_m() > Frame.PIXEL_M;
    return isCoarse
        ? digitise(band, halved(ground, size), size / 2, 2)
        : digitise(band, ground, size, 1);
  }

  private void blurAcross(float[] in, float[] out, int size) {
    for (int y = 0; y < size; y++) {
      int at = y * size;
      System.arraycopy(in, at, row, 2, size);
      row[0] = row[1] = in[at];
      row[size + 2] = row[size + 3] = in[at + size - 1];
      for (int x = 0; x < size; x++) {
        out[at + x] =
            across[0] * row[x]
                + across[1] * row[x + 1]
                + across[2] * row[x + 2]
                + across[3] * row[x + 3]
                + across[4] * row[x + 4];
      }
    }
  }

  private void blurDown(float[] in, float[] out, int size) {
    for (int y = 0; y < size; y++) {
      int a = Math.max(0, y - 2) * size;
      int b = Math.max(0, y - 1) * size;
      int c = y * size;
      int d = Math.min(size - 1, y + 1) * size;
      int e = Math.min(size - 1, y + 2) * size;
      for (int x = 0; x < size; x++) {
        out[c + x] =
            down[0] * in[a + x]
                + down[1] * in[b + x]
                + down[2] * in[c + x]
                + down[3] * in[d + x]
                + down[4] * in[e + x];
      }
    }
  }

  private void pass(int band, float[] plane) {
    float white = Spectrum.CLOUD.at(band);
    float path = Spectrum.HAZE.at(band);
    float gain = (float) pass.gain(band);
    float offset = (float) pass.offset(band);
    for (int i = 0; i < plane.length; i++) {
      float seen = plane[i] * (1 - SHADE * air.shadow[i]);
      seen += air.cloud[i] * (white - seen);
      float veil = air.haze[i] * path;
      plane[i] = (seen * (1 - 1.1f * veil) + veil) * gain + offset;
    }
  }

  private static float[] halved(float[] plane, int size) {
    int half = size / 2;
    var out = new float[half * half];
    for (int y = 0; y < half; y++) {
      for (int x = 0; x < half; x++) {
        int at = 2 * y * size + 2 * x;
        out[y * half + x] =
            (plane[at] + plane[at + 1] + plane[at + size] + plane[at + size + 1]) / 4;
      }
    }
    return out;
  }

  private short[] digitise(Band band, float[] plane, int side, int scale) {
    long stream = CounterNoise.key(pass.key("noise"), band.ordinal());
    var numbers = new short[side * side];
    for (int y = 0; y < side; y++) {
      long line = CounterNoise.key(stream, y);
      for (int x = 0; x < side; x++) {
        float seen = plane[y * side + x];
        double noise = CounterNoise.normal(line + x) * (0.0011 + 0.0055 * Math.max(0, seen));
        int number = (int) ((seen + noise) * 10_000 + 1000.5);
        numbers[y * side + x] =
            SwathEdge.isBeyond(frame, pass, x * scale, y * scale)
                ? 0
                : (short) Math.max(1, Math.min(MAX_DN, number));
      }
    }
    return numbers;
  }
}
