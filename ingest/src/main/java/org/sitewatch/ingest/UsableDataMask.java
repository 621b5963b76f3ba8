package org.sitewatch.ingest;

import java.io.IOException;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;

/**
 * PlanetScope's UDM2: eight bands of one byte. Haze of either kind is masked as cloud, since it
 * changes the numbers; the confidence is not read.
 */
final class UsableDataMask implements MaskLayer.Decoder {
  private static final int CLEAR = 0;
  private static final int SNOW = 1;
  private static final int[] CLOUDY = {2, 3, 4, 5};
  private static final int UDM1 = 7;

  private static final int NO_IMAGE = 1;

  /** Bits from 2 on; bit 1 is the older cloud mask, which the bands before replace. */
  private static final int SUSPECT = 0b1111_1100;

  @Override
  public byte[] states(Samples codes) throws IOException {
    if (codes.type() != SampleType.U8) {
      throw new IOException("a UDM2 mask must have bytes, got " + codes.type());
    }
    byte[] states = new byte[codes.width() * codes.height()];
    byte[] udm1 = codes.bytes(UDM1);
    byte[] clear = codes.bytes(CLEAR);
    byte[] snow = codes.bytes(SNOW);
    for (int i = 0; i < states.length; i++) {
      if ((udm1[i] & NO_IMAGE) != 0) {
        states[i] = PixelState.OUTSIDE.code();
      } else if ((udm1[i] & SUSPECT) != 0) {
        states[i] = PixelState.INVALID.code();
      } else if (snow[i] != 0) {
        states[i] = PixelState.SNOW.code();
      } else {
        states[i] = (clear[i] == 1 ? PixelState.CLEAR : PixelState.INVALID).code();
      }
    }
    for (int band : CLOUDY) {
      byte[] cloudy = codes.bytes(band);
      for (int i = 0; i < states.length; i++) {
        if (cloudy[i] != 0) {
          states[i] = MaskLayer.graver(states[i], PixelState.CLOUD.code());
        }
      }
    }
    return states;
  }
}
