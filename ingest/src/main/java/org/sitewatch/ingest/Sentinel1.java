package org.sitewatch.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sentinel-1 backscatter, radiometrically terrain corrected to gamma nought (RTC).
 *
 * <p>Source: Small 2011, Flattening Gamma (IEEE TGRS 49(8)), and the Planetary Computer's
 * sentinel-1-rtc collection: linear power, 32-bit floats, nodata -32768. What a slope or a wall
 * sends back hangs on the direction it is seen from, so only passes of one direction and relative
 * orbit are compared.
 */
public final class Sentinel1 implements Sensor {
  static final Sentinel1 INSTANCE = new Sentinel1();

  private static final double NODATA = -32768;

  /** As the satellite extension of STAC writes them. */
  private static final Set<String> DIRECTIONS = Set.of("ascending", "descending");

  private Sentinel1() {}

  @Override
  public String id() {
    return "sentinel-1-rtc";
  }

  @Override
  public List<String> bands() {
    return List.of("vv", "vh", "hh", "hv");
  }

  /** Catalogues name the asset after polarisation, some with the unit before it. */
  @Override
  public String bandOf(String commonName) {
    return commonName.toLowerCase(Locale.ROOT).replaceFirst("^gamma0_", "");
  }

  @Override
  public List<MaskLayer> masks() {
    return List.of();
  }

  /** Radar sees through cloud; pixels without data are known by their number. */
  @Override
  public boolean asksForMask() {
    return false;
  }

  /** Follows the scenes, mostly 10 m. */
  @Override
  public Optional<Double> gridPixel_m() {
    return Optional.empty();
  }

  @Override
  public String modeOf(String orbitState, List<String> instruments) {
    return orbitState.toLowerCase(Locale.ROOT);
  }

  @Override
  public String comparableBy(Scene scene) {
    return scene.acquisition().mode() + "-track-" + scene.acquisition().relativeOrbit();
  }

  @Override
  public Optional<String> lackOf(Scene scene) {
    boolean isKnown =
        DIRECTIONS.contains(scene.acquisition().mode())
            && !scene.acquisition().relativeOrbit().isEmpty();
    return isKnown
        ? Optional.empty()
        : Optional.of(
            "radar is compared within one direction and track only; expected sat:orbit_state"
                + " (ascending or descending) and sat:relative_orbit in its STAC item, or sensor generic if all are of one track");
  }

  @Override
  public OffsetDecision decideOffset(Calibration declared, OffsetClues clues) {
    double nodata = Double.isNaN(declared.nodata()) ? NODATA : declared.nodata();
    return new OffsetDecision(
        new Calibration(declared.scale(), declared.offset(), nodata, true, declared.decibel()),
        declared.decibel() ? "decibels, as declared" : "linear power");
  }
}
