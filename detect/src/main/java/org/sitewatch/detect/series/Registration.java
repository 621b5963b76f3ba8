package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.List;
import org.sitewatch.detect.change.Median;

/**
 * Lays looks onto the median of a site's history, or onto its season. See
 * docs/detectors/registration.md.
 *
 * <p>A look whose shift could not be measured stays where it is; one that lies too far aside is set
 * aside.
 */
public final class Registration {
  private final int width;
  private final int height;
  private final int[] bands;
  private final float[][] reference;

  Registration(int width, int height, int[] bands, float[][] reference) {
    this.width = width;
    this.height = height;
    this.bands = bands;
    this.reference = reference;
  }

  /**
   * @param values [look][band][pixel] of the history, NaN = not seen
   * @param clear [look][pixel]
   */
  public static Registration to(
      List<float[][]> values, List<boolean[]> clear, OpticalBands roles, int width, int height) {
    int[] bands = {roles.red(), roles.nir(), roles.green()};
    var reference = new float[values.get(0).length][];
    for (int band = 0; band < reference.length; band++) {
      reference[band] = median(values, clear, band);
    }
    return new Registration(width, height, bands, reference);
  }

  int[] bands() {
    return bands.clone();
  }

  /** [band][pixel] */
  float[][] reference() {
    return reference;
  }

  /**
   * Measures the shift of a look, also of one that lies too far aside to be moved.
   *
   * <p>What cannot be measured closely is searched for, and believed only if it lies beyond what
   * can: nearer, cloud and change look like shifts.
   */
  public ShiftEstimate estimate(float[][] values, boolean[] clear) {
    float[][] ground = select(reference);
    float[][] image = select(values);
    ShiftEstimate near = SubpixelShift.estimate(image, ground, clear, width, height);
    if (near.usable() || near == ShiftEstimate.NONE) {
      return near;
    }
    ShiftEstimate far = new PlaceSearch(seen(image, clear), ground, width, height).from(near);
    return far.usable() && !SubpixelShift.reaches(far) ? far : near;
  }

  private static float[][] seen(float[][] image, boolean[] clear) {
    var seen = new float[image.length][clear.length];
    for (int band = 0; band < seen.length; band++) {
      for (int pixel = 0; pixel < clear.length; pixel++) {
        seen[band][pixel] = clear[pixel] ? image[band][pixel] : Float.NaN;
      }
    }
    return seen;
  }

  /**
   * The same, with its reference moved to where the looks lie on average: a median of some of them
   * may lie a tenth of a pixel aside.
   *
   * @param centre of {@link ShiftEstimate#centre}
   */
  public Registration movedTo(ShiftEstimate centre) {
    var moved = new float[reference.length][reference[0].length];
    for (int band = 0; band < moved.length; band++) {
      CubicShift.shift(
          reference[band],
          reference[band],
          width,
          height,
          centre.dy_px(),
          centre.dx_px(),
          moved[band]);
    }
    return new Registration(width, height, bands, moved);
  }

  /**
   * For looks of a day: its reference is what the site would show on it if nothing happened, which
   * a look resembles more than a median over the seasons. Where there is no model, as before.
   */
  public Registration on(double day, HarmonicModel season) {
    var predicted = new float[reference.length][reference[0].length];
    season.predict(day, predicted);
    for (int band = 0; band < predicted.length; band++) {
      for (int pixel = 0; pixel < predicted[band].length; pixel++) {
        if (Float.isNaN(predicted[band][pixel])) {
          predicted[band][pixel] = reference[band][pixel];
        }
      }
    }
    return new Registration(width, height, bands, predicted);
  }

  /** Takes back a shift that was measured; a look too far aside shows nothing. */
  public RegisteredLook apply(
      double day, float[][] values, boolean[] clear, boolean[] clouded, ShiftEstimate shift) {
    if (shift.isTooFar()) {
      var nothing = new boolean[clear.length];
      return new RegisteredLook(day, values, nothing, nothing, shift);
    }
    if (!shift.usable()) {
      return new RegisteredLook(day, values, clear, clouded, shift);
    }
    var moved = new float[values.length][clear.length];
    for (int band = 0; band < moved.length; band++) {
      CubicShift.shift(
          values[band],
          reference[band],
          width,
          height,
          -shift.dy_px(),
          -shift.dx_px(),
          moved[band]);
    }
    return SubpixelShift.reaches(shift)
        ? new RegisteredLook(day, moved, clear, clouded, shift)
        : farMoved(day, moved, clear, clouded, shift);
  }

  /** Masks are widened by more than what is near; what comes from farther brings its own along. */
  private RegisteredLook farMoved(
      double day, float[][] moved, boolean[] clear, boolean[] clouded, ShiftEstimate shift) {
    boolean[] both = MovedMask.of(clear, width, height, shift.dy_px(), shift.dx_px());
    var hidden = clouded.clone();
    for (int pixel = 0; pixel < clear.length; pixel++) {
      hidden[pixel] |= clear[pixel] && !both[pixel];
    }
    return new RegisteredLook(day, moved, both, hidden, shift);
  }

  private float[][] select(float[][] planes) {
    return Arrays.stream(bands).mapToObj(band -> planes[band]).toArray(float[][]::new);
  }

  private static float[] median(List<float[][]> values, List<boolean[]> clear, int band) {
    var median = new float[clear.get(0).length];
    var seen = new double[values.size()];
    for (int pixel = 0; pixel < median.length; pixel++) {
      int count = 0;
      for (int look = 0; look < seen.length; look++) {
        if (clear.get(look)[pixel]) {
          seen[count++] = values.get(look)[band][pixel];
        }
      }
      median[pixel] = (float) Median.of(seen, count);
    }
    return median;
  }
}
