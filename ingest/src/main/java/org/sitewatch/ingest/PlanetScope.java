package org.sitewatch.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * PlanetScope ortho surface reflectance of 4 or 8 bands in one file, with its usable data mask.
 *
 * <p>Source: Planet, PlanetScope product specifications (surface reflectance scaled by 10,000, 0 no
 * data; bands of PSB.SD: coastal blue, blue, green I, green, yellow, red, red edge, NIR) and its
 * page on the usable data mask UDM2: bands clear, snow, shadow, light haze, heavy haze, cloud, each
 * 0 or 1 and at most one of them 1; confidence in percent; UDM1 with bit 0 for pixels without image
 * and from bit 2 on for suspect bands. UDM2.1 keeps the bands and leaves heavy haze empty.
 */
public final class PlanetScope implements Sensor {
  static final PlanetScope INSTANCE = new PlanetScope();

  private static final double SCALE = 1e-4;
  private static final List<String> FOUR = List.of("blue", "green", "red", "nir");
  private static final List<String> EIGHT =
      List.of("coastal", "blue", "green_i", "green", "yellow", "red", "rededge", "nir");

  private static final List<MaskLayer> MASKS =
      List.of(
          new MaskLayer(
              List.of("ortho_udm2", "udm2", "basic_udm2"),
              List.of(
                  "clear",
                  "snow",
                  "shadow",
                  "haze_light",
                  "haze_heavy",
                  "cloud",
                  "confidence",
                  "udm1"),
              new UsableDataMask()));

  private PlanetScope() {}

  @Override
  public String id() {
    return "planetscope-sr";
  }

  @Override
  public List<String> bands() {
    return EIGHT;
  }

  @Override
  public List<MaskLayer> masks() {
    return MASKS;
  }

  /** Follows the scenes, mostly 3 m. */
  @Override
  public Optional<Double> gridPixel_m() {
    return Optional.empty();
  }

  /** Both greens have one common name, so the order of the file is what counts. */
  @Override
  public List<String> bandsOfFile(String assetKey, String fileName, int bandsTold) {
    boolean eight = bandsTold == 8 || bandsTold == 0 && contains(assetKey, fileName, "8b");
    return eight ? EIGHT : FOUR;
  }

  /** Radiance and pictures come under keys and names without {@code sr}. */
  @Override
  public boolean isProduct(String assetKey, String fileName) {
    return contains(assetKey, fileName, "sr");
  }

  private static boolean contains(String assetKey, String fileName, String word) {
    String pattern = "(?:.*[^a-z0-9])?" + word + "(?:[^a-z0-9].*)?";
    return assetKey.toLowerCase(Locale.ROOT).matches(pattern)
        || fileName.toLowerCase(Locale.ROOT).matches(pattern);
  }

  /** Dove Classic, Dove-R and SuperDove see light differently. */
  @Override
  public String modeOf(String orbitState, List<String> instruments) {
    return instruments.size() == 1 ? instruments.get(0) : "";
  }

  @Override
  public String comparableBy(Scene scene) {
    String instrument = scene.acquisition().mode();
    return scene.bands().size() + "-band" + (instrument.isEmpty() ? "" : "-" + instrument);
  }

  @Override
  public OffsetDecision decideOffset(Calibration declared, OffsetClues clues) {
    double nodata = Double.isNaN(declared.nodata()) ? 0 : declared.nodata();
    return declared.declared()
        ? new OffsetDecision(
            Calibration.declared(declared.scale(), declared.offset(), nodata), "as declared")
        : new OffsetDecision(
            Calibration.declared(SCALE, 0, nodata), "scale 0.0001: surface reflectance of Planet");
  }
}
