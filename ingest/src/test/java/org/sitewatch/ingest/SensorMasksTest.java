package org.sitewatch.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;

class SensorMasksTest {

  private static PixelState state(MaskLayer layer, int code) throws IOException {
    var codes = Samples.of(SampleType.U16, 1, 1, List.of(new short[] {(short) code}));
    return PixelState.values()[layer.decoder().states(codes)[0]];
  }

  /**
   * Values of the tables in the USGS Collection 2 product guides; 22080 and 22144 are clear by bits
   * 1 to 5, with a cloud of middling confidence in bits 8 and 9, which are not read.
   */
  @ParameterizedTest
  @CsvSource({
    "1, OUTSIDE",
    "21824, CLEAR",
    "21952, CLEAR",
    "21826, CLOUD",
    "21890, CLOUD",
    "22080, CLEAR",
    "22144, CLEAR",
    "22280, CLOUD",
    "23888, CLOUD",
    "23952, CLOUD",
    "24088, CLOUD",
    "30048, SNOW",
    "54596, CLOUD",
    "54852, CLOUD",
    "55052, CLOUD"
  })
  void landsatQualityBits(int code, PixelState expected) throws IOException {
    assertEquals(expected, state(Landsat.OLI.masks().get(0), code));
  }

  @ParameterizedTest
  @CsvSource({
    "0, CLEAR, CLEAR",
    "1, CLEAR, INVALID", // band 1: coastal of 8 and 9, which is not used, blue of 4 to 7
    "8, INVALID, INVALID",
    "32, INVALID, CLEAR", // band 6: shortwave infrared of 8 and 9, thermal of 4 to 7
    "64, INVALID, INVALID",
    "256, CLEAR, CLEAR",
    "512, CLEAR, INVALID",
    "2048, INVALID, CLEAR"
  })
  void landsatSaturationBits(int code, PixelState oli, PixelState tm) throws IOException {
    assertEquals(oli, state(Landsat.OLI.masks().get(1), code));
    assertEquals(tm, state(Landsat.TM.masks().get(1), code));
  }

  @Test
  void theGraverOfTwoMasksCounts() {
    byte clear = PixelState.CLEAR.code();
    byte cloud = PixelState.CLOUD.code();
    byte outside = PixelState.OUTSIDE.code();
    assertEquals(cloud, MaskLayer.graver(clear, cloud));
    assertEquals(outside, MaskLayer.graver(outside, cloud));
    assertEquals(cloud, MaskLayer.graver(cloud, PixelState.INVALID.code()));
    assertEquals(PixelState.SNOW.code(), MaskLayer.graver(PixelState.SNOW.code(), clear));
  }

  /** Pixels: clear, snow, shadow, light haze, heavy haze, cloud, no class, suspect, no image. */
  @Test
  void planetScopeMaskOfEightBands() throws IOException {
    var planes = new byte[8][9];
    for (int band = 0; band < 6; band++) {
      planes[band][band] = 1;
    }
    Arrays.fill(planes[6], (byte) 90);
    planes[7][5] = 1 << 1;
    planes[0][7] = 1;
    planes[7][7] = 1 << 4;
    planes[7][8] = 1;
    byte[] states =
        PlanetScope.INSTANCE
            .masks()
            .get(0)
            .decoder()
            .states(Samples.of(SampleType.U8, 9, 1, List.of(planes)));
    byte cloud = PixelState.CLOUD.code();
    byte invalid = PixelState.INVALID.code();
    assertArrayEquals(
        new byte[] {
          PixelState.CLEAR.code(),
          PixelState.SNOW.code(),
          cloud,
          cloud,
          cloud,
          cloud,
          invalid,
          invalid,
          PixelState.OUTSIDE.code()
        },
        states);
  }

  @Test
  void aPlanetScopeMaskOfAnotherTypeIsRefused() {
    var codes = Samples.of(SampleType.U16, 1, 1, List.of(new short[1]));
    assertThrows(
        IOException.class, () -> PlanetScope.INSTANCE.masks().get(0).decoder().states(codes));
  }

  @ParameterizedTest
  @CsvSource({
    "sentinel-2-l2a, sentinel-2, sentinel-2a, '', sentinel-2-l2a",
    "sentinel-2-c1-l2a, sentinel-2, sentinel-2c, '', sentinel-2-l2a",
    "sentinel-2-l2a, Sentinel 2, Sentinel-2B, '', sentinel-2-l2a",
    "sentinel-2-l1c, sentinel-2, sentinel-2a, '', generic",
    "landsat-c2-l2, '', landsat-9, '', landsat-oli-c2-l2",
    "landsat-c2l2-sr, '', LANDSAT_8, '', landsat-oli-c2-l2",
    "landsat-c2l2-sr, '', landsat-5, '', landsat-tm-c2-l2",
    "landsat-c2l2-st, '', landsat-8, '', generic",
    "landsat-c2-l1, '', landsat-8, '', generic",
    "PSScene, planetscope, 24a1, PSScene, planetscope-sr",
    "my-order, '', 24a1, PSScene, planetscope-sr",
    "sentinel-1-rtc, Sentinel-1, SENTINEL-1A, '', sentinel-1-rtc",
    "sentinel-1-grd, Sentinel-1, SENTINEL-1A, '', generic",
    "naip, '', '', '', generic"
  })
  void theSensorOfAnItem(
      String collection, String constellation, String platform, String itemType, String sensor) {
    var origin = new ItemOrigin(collection, constellation, platform, itemType);
    assertEquals(sensor, origin.sensor().id());
  }
}
