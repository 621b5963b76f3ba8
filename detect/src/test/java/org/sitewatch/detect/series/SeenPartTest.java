package org.sitewatch.detect.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is computed of a part of a window is what all of it would give there, bit by bit. */
class SeenPartTest {
  private static final long SEED = 11;
  private static final int SIDE = 34;
  private static final int WIDE = 47;
  private static final int HIGH = 41;
  private static final int LEFT = 6;
  private static final int TOP = 5;
  private static final OpticalBands ROLES = new OpticalBands(0, 1, 2, 3, 4, OptionalInt.of(5));

  @Test
  void aPartIsBlurredAsTheWhole() {
    float[] plane = plane(new Random(SEED), WIDE * HIGH);
    var whole = new float[plane.length];
    GaussianBlur.blur(plane, WIDE, HIGH, 0.8, whole);
    for (var part :
        List.of(
            new SeenPart(WIDE, HIGH, LEFT, TOP, 20, 12),
            new SeenPart(WIDE, HIGH, 1, 0, 4, 2),
            new SeenPart(WIDE, HIGH, 40, 38, 7, 3))) {
      var out = new float[plane.length];
      GaussianBlur.blur(plane, part, 0.8, out);
      assertArrayEquals(part.cut(whole), part.cut(out), 0, part + ", seed " + SEED);
    }
  }

  /** Rows 0 to 5 are equal: one spline does for all of them. */
  @Test
  void aPartIsMovedAsTheWhole() {
    float[] plane = plane(new Random(SEED), WIDE * HIGH);
    Arrays.fill(plane, 0, 6 * WIDE, 0.25f);
    var part = new SeenPart(WIDE, HIGH, LEFT, TOP, 20, 12);
    var whole = new float[plane.length];
    var out = new float[plane.length];
    CubicShift.move(plane, WIDE, HIGH, 0.37, -1.21, whole);
    CubicShift.move(plane, part, 0.37, -1.21, out);
    assertArrayEquals(part.cut(whole), part.cut(out), 0, "seed " + SEED);
    plane[0] += 1e-7f; // no two rows are equal any more
    CubicShift.move(plane, part, 0.37, -1.21, whole);
    assertEquals(part.cut(whole)[12 * 20 - 1], part.cut(out)[12 * 20 - 1], 1e-6f);
  }

  @Test
  void aWindowWiderThanItsImageTeachesWhatTheImageTeaches() {
    List<RegisteredLook> image = history(false);
    List<RegisteredLook> window = history(true);
    var part = SeenPart.of(window, WIDE, HIGH);
    assertEquals(new SeenPart(WIDE, HIGH, LEFT, TOP, SIDE, SIDE), part);
    assertTrue(SeenPart.of(image, SIDE, SIDE).isWhole());
    SeriesModel ofImage = SeriesFit.fit(image, ROLES, SIDE, SIDE).orElseThrow();
    SeriesModel ofWindow = SeriesFit.fit(window, ROLES, WIDE, HIGH).orElseThrow();
    var imageLooks = new ArrayList<LookVectors>();
    var windowLooks = new ArrayList<LookVectors>();
    for (int i = image.size() - 7; i < image.size(); i++) {
      imageLooks.add(ofImage.look(image.get(i)).orElseThrow().vectors());
      windowLooks.add(ofWindow.look(window.get(i)).orElseThrow().vectors());
    }
    float[] expected = ofImage.evidence(imageLooks);
    float[] evidence = ofWindow.evidence(windowLooks);
    assertArrayEquals(expected, part.cut(evidence), 0, "seed " + SEED);
    assertTrue(Float.isNaN(evidence[0]));
    assertEquals(0, ofWindow.counts()[0]);
  }

  @Test
  void aLookReadBackJudgesTheSame() {
    List<RegisteredLook> window = history(true);
    SeriesModel model = SeriesFit.fit(window, ROLES, WIDE, HIGH).orElseThrow();
    SeriesLook look = model.look(window.get(window.size() - 1)).orElseThrow();
    var format = new SeriesLookFormat(model, WIDE, HIGH);
    SeriesLook back =
        format
            .read(
                SeriesLookFormat.vectors(look),
                seen -> format.withResiduals(seen, SeriesLookFormat.residuals(look)))
            .orElseThrow();
    assertArrayEquals(look.vectors().state(), back.vectors().state());
    assertEquals(look.shift(), back.shift());
    for (int band = 0; band < 6; band++) {
      assertArrayEquals(look.vectors().u()[band], back.vectors().u()[band], 0);
      assertArrayEquals(look.vectors().w()[band], back.vectors().w()[band], 0);
      for (int pixel = 0; pixel < WIDE * HIGH; pixel++) {
        if (look.vectors().state()[pixel] != PixelState.UNSEEN) {
          assertEquals(look.difference(band, pixel), back.difference(band, pixel));
          assertEquals(look.expected(band, pixel), back.expected(band, pixel));
        }
      }
    }
    assertFalse(format.read(SeriesLookFormat.nothing(), seen -> seen).isPresent());
  }

  /** Three years of the same ground, some of it clouded now and then. */
  private static List<RegisteredLook> history(boolean isWide) {
    var random = new Random(SEED);
    var history = new ArrayList<RegisteredLook>();
    var ground = new float[6][];
    for (int band = 0; band < 6; band++) {
      ground[band] = plane(random, SIDE * SIDE);
    }
    var whole = new SeenPart(WIDE, HIGH, LEFT, TOP, SIDE, SIDE);
    for (int day = 0; day < 3 * 365; day += 16) {
      var values = new float[6][SIDE * SIDE];
      var clear = new boolean[SIDE * SIDE];
      var clouded = new boolean[SIDE * SIDE];
      int cloud = random.nextInt(SIDE);
      for (int pixel = 0; pixel < clear.length; pixel++) {
        clouded[pixel] = day % 3 == 0 && pixel % SIDE < cloud / 2;
        clear[pixel] = !clouded[pixel];
        for (int band = 0; band < 6; band++) {
          float value = ground[band][pixel] + 0.01f * (float) random.nextGaussian();
          values[band][pixel] = clouded[pixel] ? Float.NaN : value;
        }
      }
      var look = new RegisteredLook(18_000 + day, values, clear, clouded, ShiftEstimate.NONE);
      history.add(
          !isWide
              ? look
              : new RegisteredLook(
                  look.day(),
                  whole.whole(values, Float.NaN),
                  whole.whole(clear),
                  whole.whole(clouded),
                  look.shift()));
    }
    return history;
  }

  private static float[] plane(Random random, int pixels) {
    var plane = new float[pixels];
    for (int pixel = 0; pixel < pixels; pixel++) {
      plane[pixel] = 0.08f + 0.1f * random.nextFloat(); // darker than snow
    }
    return plane;
  }
}
