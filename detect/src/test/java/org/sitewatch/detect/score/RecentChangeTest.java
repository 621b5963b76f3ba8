package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.series.OpticalBands;
import org.sitewatch.detect.series.PixelState;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.TestLooks;

class RecentChangeTest {
  private static final OpticalBands ROLES = new OpticalBands(0, 1, 2, 3, 4, OptionalInt.empty());
  private static final byte V = PixelState.VALID;
  private static final byte F = PixelState.FLAGGED;
  private static final byte U = PixelState.UNSEEN;

  /** Three pixels in a row; every band is expected at 0.2 and seen at the given values. */
  private static SeriesLook look(byte[] state, float... seen) {
    var predicted = new float[5][3];
    var values = new float[5][];
    for (int band = 0; band < 5; band++) {
      java.util.Arrays.fill(predicted[band], 0.2f);
      values[band] = seen;
    }
    return TestLooks.of(0, predicted, values, state);
  }

  private static RecentChange change(float[] evidence, SeriesLook... looks) {
    return new RecentChange(List.of(looks), evidence, ROLES, 3, 1);
  }

  @Test
  void changeIsTheMedianOfTheLooksThatSpeak() {
    var looks = new ArrayList<SeriesLook>();
    looks.add(look(new byte[] {V, V, U}, 0.3f, 0.9f, 0.9f));
    looks.add(look(new byte[] {V, V, U}, 0.4f, 0.3f, 0.9f));
    looks.add(look(new byte[] {V, U, U}, 0.5f, 0.9f, 0.9f));
    var change = change(new float[] {5, 5, Float.NaN}, looks.toArray(SeriesLook[]::new));
    assertEquals(0.2, change.difference(0, 0), 1e-6);
    assertEquals(0.4, change.difference(0, 1), 1e-6);
    assertTrue(Double.isNaN(change.difference(0, 2)));
    assertEquals(1, change.clearShare(0));
    assertEquals(2.0 / 3, change.clearShare(1));
    assertEquals(0, change.clearShare(2));
  }

  @Test
  void eachBandHasItsOwnChangeHoweverOftenItIsAskedFor() {
    var predicted = new float[5][3];
    float[][] seen = {{0.1f, 0, 0}, {0.2f, 0, 0}, {0.3f, 0.6f, 0.7f}, {0.4f, 0, 0}, {0.5f, 0, 0}};
    var change =
        change(new float[] {1, 1, 1}, TestLooks.of(0, predicted, seen, new byte[] {V, V, V}));
    for (int time = 0; time < 2; time++) {
      assertEquals(0.3, change.difference(2, 0), 1e-6);
      assertEquals(0.1, change.difference(0, 0), 1e-6);
      assertEquals(0.6, change.difference(2, 1), 1e-6);
      assertEquals(0.5, change.difference(4, 0), 1e-6);
    }
  }

  @Test
  void aLookTakenForCloudSpeaksOnlyWhereTheJudgedOneReleasedIt() {
    SeriesLook before = look(new byte[] {F, F, F}, 0.4f, 0.4f, 0.4f);
    SeriesLook now = look(new byte[] {F, F, V}, 0.4f, 0.4f, 0.6f);
    var change = change(new float[] {9, Float.NaN, 9}, before, now);
    assertEquals(0.2, change.difference(0, 0), 1e-6);
    assertTrue(Double.isNaN(change.difference(0, 1)));
    assertEquals(0.4, change.difference(0, 2), 1e-6);
  }

  @Test
  void roughGroundHasMoreTextureThanTheExpectedFlatOne() {
    var change = change(new float[] {1, 1, 1}, look(new byte[] {V, V, V}, 0.1f, 0.4f, 0.1f));
    assertEquals(Math.sqrt(0.02), change.texture(1), 1e-6);
    var flat = change(new float[] {1, 1, 1}, look(new byte[] {V, V, V}, 0.3f, 0.3f, 0.3f));
    assertEquals(0, flat.texture(1), 1e-4);
  }

  @Test
  void aChangeThatIsTheSameInRedAndNearInfraredOfBareGroundLeavesItsNdvi() {
    var change = change(new float[] {1, 1, 1}, look(new byte[] {V, V, V}, 0.3f, 0.3f, 0.3f));
    assertEquals(0, change.ndvi(0), 1e-6);
    assertEquals(0, change.expectedNdvi(0), 1e-6);
  }
}
