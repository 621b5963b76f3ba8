package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.PixelState;

class ObjectCourseTest {
  private static final PixelSet BOTH = PixelSet.of(2, 1, 0, 1);

  private static LookVectors look(double day, float first, float second, int... states) {
    var state = new byte[] {(byte) states[0], (byte) states[1]};
    return new LookVectors(day, new float[][] {{first, second}}, new float[][] {{0, 0}}, state);
  }

  private static List<LookVectors> course(double... values) {
    var looks = new ArrayList<LookVectors>();
    for (int i = 0; i < values.length; i++) {
      float value = (float) values[i];
      looks.add(look(i, value, value, PixelState.VALID, PixelState.VALID));
    }
    return looks;
  }

  @Test
  void aStepIsShownByAllLooksSinceAndNoneBefore() {
    var step = ObjectCourse.of(course(0, 0, 0, 8, 8, 8, 8), BOTH);
    assertEquals(new ObjectCourse(8, 1, 4, 0, 0), step);
  }

  @Test
  void aSlowRiseIsThereBefore() {
    var rise = ObjectCourse.of(course(0, 1, 2, 3, 4, 5, 6, 7), BOTH);
    assertEquals(5, rise.strength());
    assertEquals(5, rise.looksShowing());
    assertEquals(0.2, rise.before(), 1e-9);
    assertTrue(rise.unrest() > 0.2);
  }

  @Test
  void aLookThatSeesLessThanHalfOfItDoesNotCount() {
    var looks = course(8, 8, 8);
    looks.add(look(3, 0, 0, PixelState.UNSEEN, PixelState.UNSEEN));
    assertEquals(3, ObjectCourse.of(looks, BOTH).looksShowing());
  }

  @Test
  void nothingSeenIsNothingShown() {
    var none = List.of(look(0, 1, 1, PixelState.UNSEEN, PixelState.UNSEEN));
    assertEquals(new ObjectCourse(0, 0, 0, 0, 0), ObjectCourse.of(none, BOTH));
  }
}
