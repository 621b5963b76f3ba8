package org.sitewatch.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Landsat Collection 2 Level-2 surface reflectance with its quality bits.
 *
 * <p>Source: USGS LSDS-1619 (Landsat 8-9) and LSDS-1618 (Landsat 4-7), Collection 2 Level 2 Science
 * Product Guides: reflectance = DN * 0.0000275 - 0.2, fill 0; QA_PIXEL bit 0 fill, 1 dilated cloud,
 * 2 cirrus, 3 cloud, 4 cloud shadow, 5 snow, 7 water; QA_RADSAT one bit a band, from bit 0 for band
 * 1, Landsat 4-7 bit 9 dropped pixel, Landsat 8-9 bit 11 terrain occlusion.
 */
public final class Landsat implements Sensor {
  /** Landsat 8 and 9: band 2 is blue, so bits 1 to 6 are those of blue to swir22. */
  static final Landsat OLI = new Landsat("landsat-oli-c2-l2", 0b111_1110 | 1 << 11);

  /** Landsat 4 to 7: band 1 is blue, band 6 is thermal; bit 9 is a dropped pixel. */
  static final Landsat TM = new Landsat("landsat-tm-c2-l2", 0b101_1111 | 1 << 9);

  private static final double SCALE = 0.0000275;
  private static final double OFFSET = -0.2;
  private static final int CODES = 1 << 16;

  private static final int FILL = 1;
  private static final int CLOUDY = 0b1_1110;
  private static final int SNOW = 1 << 5;

  private final String id;
  private final List<MaskLayer> masks;

  private Landsat(String id, int unusable) {
    this.id = id;
    masks =
        List.of(
            new MaskLayer(
                List.of("qa_pixel", "QA_PIXEL"), List.of(), new CodeList(CODES, Landsat::quality)),
            new MaskLayer(
                List.of("qa_radsat", "QA_RADSAT"),
                List.of(),
                new CodeList(
                    CODES,
                    bits -> (bits & unusable) == 0 ? PixelState.CLEAR : PixelState.INVALID)));
  }

  private static PixelState quality(int bits) {
    if ((bits & FILL) != 0) {
      return PixelState.OUTSIDE;
    }
    if ((bits & CLOUDY) != 0) {
      return PixelState.CLOUD;
    }
    return (bits & SNOW) != 0 ? PixelState.SNOW : PixelState.CLEAR;
  }

  @Override
  public String id() {
    return id;
  }

  /** The coastal band is left out: over land it shows the aerosol more than the ground. */
  @Override
  public List<String> bands() {
    return List.of("blue", "green", "red", "nir", "swir16", "swir22");
  }

  /** Its near infrared is narrow, which catalogues call {@code nir08}; there is no other. */
  @Override
  public String bandOf(String commonName) {
    return commonName.equals("nir08") ? "nir" : commonName;
  }

  @Override
  public List<MaskLayer> masks() {
    return masks;
  }

  /** Follows the scenes: 30 m, with pixel corners 15 m off the multiples of 30. */
  @Override
  public Optional<Double> gridPixel_m() {
    return Optional.empty();
  }

  @Override
  public OffsetDecision decideOffset(Calibration declared, OffsetClues clues) {
    double nodata = Double.isNaN(declared.nodata()) ? 0 : declared.nodata();
    return declared.declared()
        ? new OffsetDecision(
            Calibration.declared(declared.scale(), declared.offset(), nodata), "as declared")
        : new OffsetDecision(
            Calibration.declared(SCALE, OFFSET, nodata),
            "offset -0.2: Collection 2 Level 2, nothing declared");
  }
}
