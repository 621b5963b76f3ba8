package org.sitewatch.report.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

  @Test
  void isOneForBothPictures() {
    float[] before = ramp(0.05f, 0.10f);
    float[] after = ramp(0.10f, 0.25f);
    Stretch both = Stretch.of(List.of(before, after), List.of(), true);
    assertEquals(0.05, both.least(), 0.004);
    assertEquals(0.25, both.most(), 0.004);
    assertEquals(both, Stretch.of(List.of(after, before), List.of(), true));
  }

  @Test
  void aFewWildPixelsDoNotDarkenThePicture() {
    float[] ground = ramp(0.1f, 0.2f);
    ground[0] = 5;
    ground[1] = -3;
    Stretch stretch = Stretch.of(List.of(ground), List.of(), true);
    assertEquals(0.1, stretch.least(), 0.01);
    assertEquals(0.2, stretch.most(), 0.01);
  }

  @Test
  void theObjectIsNotLostInWhite() {
    float[] object = {0.5f, 0.5f, 0.5f};
    Stretch stretch = Stretch.of(List.of(ramp(0.1f, 0.2f)), List.of(object), true);
    assertEquals(0.5, stretch.most(), 1e-6);
  }

  @Test
  void evenGroundStaysEven() {
    Stretch stretch = Stretch.of(List.of(ramp(0.1f, 0.1001f)), List.of(), true);
    assertTrue(stretch.range() > 0.0199);
    assertEquals(128, stretch.level(0.10005), 1);
    Stretch counts = Stretch.of(List.of(new float[] {7, 7, 7}), List.of(), false);
    assertTrue(counts.range() > 0);
  }

  @Test
  void aPictureWithoutAnyClearPixelHasOneToo() {
    assertEquals(new Stretch(0, 1), Stretch.of(List.of(), List.of(), true));
  }

  @Test
  void levelsEndAtBlackAndWhite() {
    var stretch = new Stretch(0, 1);
    assertEquals(0, stretch.level(-4));
    assertEquals(255, stretch.level(4));
    assertEquals(51, stretch.level(0.2));
  }

  private static float[] ramp(float from, float to) {
    float[] ramp = new float[400];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = from + (to - from) * i / (ramp.length - 1);
    }
    return ramp;
  }
}
