package org.sitewatch.detect.series;

/**
 * Displacement of an image against a reference of the same ground, to a few hundredths of a pixel.
 * Masked pixels take no part, so that clouds cost precision and not truth; a change of light
 * between the two is estimated with the displacement.
 *
 * <p>Lucas &amp; Kanade 1981 with gain and offset, bisquare weights, bands joined by their
 * precision. The image is moved back and measured again until it lies still.
 */
public final class SubpixelShift {
  /** Displacements of a few tenths settle in two or three. */
  private static final int MOST_ROUNDS = 10;

  /** A step below this, in pixels, ends the search. */
  private static final double SETTLED_PX = 0.01;

  /** The gradient is believed no further than this. */
  private static final double LONGEST_STEP_PX = 1;

  /** Both sides are smoothed so that the gradient is that of the ground and not of its noise. */
  private static final double SMOOTHING_PX = 0.8;

  /** Pixels this near to the window's border take no part: the smoothing mirrors there. */
  private static final int BORDER_PX = 3;

  /** Pixels this near to a masked one take no part, counted along rows and columns. */
  private static final int MASK_DISTANCE_PX = 2;

  private static final int LEAST_PIXELS = 800;

  /** A window of 140 pixels a side; more are thinned, as time matters and precision does not. */
  private static final int MOST_PIXELS = 20_000;

  /** Enough to know the image's light where its gaps are filled. */
  private static final int PIXELS_FOR_LIGHT = 1000;

  private static final double GREATEST_SHIFT_PX = 2;
  private static final double GREATEST_SD_PX = 0.15;

  /** Precision, in 1/px², of the belief that nothing moved: only keeps the system solvable. */
  private static final double LEAST_PRECISION = 1e-6;

  private SubpixelShift() {}

  /**
   * @param image [band][pixel], bands with contrast (red, near infrared, green); NaN = not seen
   * @param reference the same bands; pixels with NaN take no part
   * @param valid pixels seen clear
   */
  public static ShiftEstimate estimate(
      float[][] image, float[][] reference, boolean[] valid, int width, int height) {
    return estimate(image, reference, valid, width, height, 0);
  }

  /**
   * The same for a caller to whom a displacement does not matter below some length. One whose last
   * step was at most half as long as the one before is measured no further when that step once more
   * would not make it as long: if steps go on to shrink so, all that follow are shorter.
   *
   * @param leastShift_px a shorter displacement, in pixels, need not be measured to the end; 0 =
   *     all are
   * @return one cut short is off by up to its last step, and its precision is that of the step
   */
  public static ShiftEstimate estimate(
      float[][] image,
      float[][] reference,
      boolean[] valid,
      int width,
      int height,
      double leastShift_px) {
    var bands = image.length;
    int[] pixels = pixels(image, reference, valid, width, height);
    if (pixels.length == 0) {
      return ShiftEstimate.NONE;
    }
    var compared = new boolean[valid.length];
    for (int pixel : pixels) {
      compared[pixel] = true;
    }
    // A pixel is compared with its neighbours, and each of them smoothed.
    SeenPart around = SeenPart.ofPixels(compared, width, height).widened(1);
    SeenPart read = around.widened(GaussianBlur.reach_px(SMOOTHING_PX));
    var filled = new float[bands][];
    var alignments = new BandAlignment[bands];
    for (int band = 0; band < bands; band++) {
      float[] ground = ground(reference[band], pixels);
      filled[band] = fill(image[band], ground, pixels);
      alignments[band] = new BandAlignment(smooth(ground, around), pixels, width);
    }
    double dy = 0;
    double dx = 0;
    double stepBefore = 0;
    var moved = new float[width * height];
    var step = new AlignmentStep();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      step.clear();
      for (int band = 0; band < bands; band++) {
        float[] current = filled[band];
        if (round > 0) {
          CubicShift.move(filled[band], read, -dy, -dx, moved);
          current = moved;
        }
        alignments[band].addTo(step, smooth(current, around));
      }
      step.solve(LEAST_PRECISION);
      double length = Math.max(Math.abs(step.dy()), Math.abs(step.dx()));
      double share = Math.min(1, LONGEST_STEP_PX / length);
      dy = clip(dy + share * step.dy());
      dx = clip(dx + share * step.dx());
      double stepLength = Math.hypot(step.dy(), step.dx());
      boolean mayStop =
          stepLength <= 0.5 * stepBefore
              && Math.hypot(dy, dx) + stepLength < leastShift_px
              && step.sd() < GREATEST_SD_PX;
      stepBefore = stepLength;
      if (length < SETTLED_PX || mayStop) {
        var found = new ShiftEstimate(dy, dx, step.sd(), step.sd() < GREATEST_SD_PX);
        return reaches(found) ? found : new ShiftEstimate(dy, dx, step.sd(), false);
      }
    }
    return new ShiftEstimate(dy, dx, step.sd(), false);
  }

  /** Whether a displacement is short enough to be measured by this. */
  static boolean reaches(ShiftEstimate shift) {
    return Math.max(Math.abs(shift.dy_px()), Math.abs(shift.dx_px())) < GREATEST_SHIFT_PX;
  }

  /** Those that take part, evenly thinned; none if they are too few. */
  private static int[] pixels(
      float[][] image, float[][] reference, boolean[] valid, int width, int height) {
    var unseen = new boolean[valid.length];
    for (int i = 0; i < unseen.length; i++) {
      unseen[i] = !valid[i];
    }
    for (int band = 0; band < image.length; band++) {
      addGaps(image[band], unseen);
      addGaps(reference[band], unseen);
    }
    MaskMorphology.dilateByCityBlocks(unseen, width, height, MASK_DISTANCE_PX, unseen);
    var inner = new int[valid.length];
    int count = 0;
    for (int row = BORDER_PX; row < height - BORDER_PX; row++) {
      for (int column = BORDER_PX; column < width - BORDER_PX; column++) {
        if (!unseen[row * width + column]) {
          inner[count++] = row * width + column;
        }
      }
    }
    if (count < LEAST_PIXELS) {
      return new int[0];
    }
    int step = (count + MOST_PIXELS - 1) / MOST_PIXELS;
    var sample = new int[(count + step - 1) / step];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = inner[i * step];
    }
    return sample;
  }

  private static void addGaps(float[] plane, boolean[] unseen) {
    for (int i = 0; i < unseen.length; i++) {
      unseen[i] |= !(Math.abs(plane[i]) <= Float.MAX_VALUE);
    }
  }

  /** The reference without NaN: its gaps get the mean of the pixels that take part. */
  private static float[] ground(float[] reference, int[] pixels) {
    double mean = 0;
    for (int pixel : pixels) {
      mean += reference[pixel] / pixels.length;
    }
    var ground = reference.clone();
    for (int i = 0; i < ground.length; i++) {
      ground[i] = Float.isFinite(ground[i]) ? ground[i] : (float) mean;
    }
    return ground;
  }

  /** The image with the ground, in its own light, where it saw none: no edge where a mask ends. */
  private static float[] fill(float[] image, float[] ground, int[] pixels) {
    int step = Math.max(1, pixels.length / PIXELS_FOR_LIGHT);
    int count = (pixels.length + step - 1) / step;
    var x = new double[count];
    var y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = ground[pixels[i * step]];
      y[i] = image[pixels[i * step]];
    }
    var light = TrimmedLine.fit(x, y, count);
    var filled = image.clone();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = Float.isFinite(filled[i]) ? filled[i] : (float) light.invert(ground[i]);
    }
    return filled;
  }

  private static float[] smooth(float[] plane, SeenPart part) {
    var smooth = new float[plane.length];
    GaussianBlur.blur(plane, part, SMOOTHING_PX, smooth);
    return smooth;
  }

  private static double clip(double shift_px) {
    return Math.max(-GREATEST_SHIFT_PX, Math.min(GREATEST_SHIFT_PX, shift_px));
  }
}
