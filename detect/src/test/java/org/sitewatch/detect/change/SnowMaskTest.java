package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnowMaskTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fresh snow, 0.85, 0.85, 0.15, true",
    "dirty snow, 0.40, 0.42, 0.15, true",
    "cloud, 0.60, 0.60, 0.50, false",
    "bare soil, 0.15, 0.20, 0.35, false",
    "white limestone, 0.45, 0.50, 0.55, false",
    "closed stand, 0.06, 0.04, 0.18, false",
    "clear water, 0.06, 0.03, 0.01, false",
    "silty flood, 0.15, 0.14, 0.03, false",
    "not seen, NaN, NaN, NaN, false"
  })
  void snowIsWhiteInRedAndDarkInTheShortWaveInfrared(
      String what, float green, float red, float swir16, boolean isSnow) {
    var masked = new boolean[1];
    SnowMask.addTo(masked, new float[] {green}, new float[] {red}, new float[] {swir16});
    assertEquals(isSnow, masked[0]);
  }

  @ParameterizedTest
  @CsvSource({"0.85, 0.85, 0.15", "0.15, 0.20, 0.35"})
  void whatIsMaskedStaysMasked(float green, float red, float swir16) {
    boolean[] masked = {true};
    SnowMask.addTo(masked, new float[] {green}, new float[] {red}, new float[] {swir16});
    assertEquals(true, masked[0]);
  }
}
