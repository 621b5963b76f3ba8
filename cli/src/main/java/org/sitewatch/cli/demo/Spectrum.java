package org.sitewatch.cli.demo;

/**
 * Reflectances of pure materials in the order of {@link Band}: round values of the kind found in
 * spectral libraries, chosen by hand.
 */
enum Spectrum {
  CHESTNUT_SOIL(.095, .130, .175, .245, .315, .270),
  SAND(.165, .225, .295, .365, .440, .400),
  ROCK(.125, .145, .165, .200, .250, .230),
  GREEN_PLANTS(.030, .065, .040, .400, .200, .095),
  DRY_GRASS(.085, .125, .175, .285, .340, .260),
  WATER(.050, .055, .042, .028, .018, .012),
  ROOF(.255, .275, .300, .335, .370, .350),
  SNOW(.840, .840, .810, .740, .120, .100),
  CLOUD(.600, .605, .610, .630, .470, .370),
  DUST(.215, .275, .340, .400, .450, .420),
  /** Share of its brightness that a soaked soil loses. */
  SOAKING(.26, .27, .29, .29, .36, .41),
  /** How much finer matter (clay, salt) tilts a soil's colour. */
  TILT(-.05, -.01, .05, .04, -.02, -.04),
  /** Path reflectance of haze, relative to blue. */
  HAZE(1.0, .72, .52, .30, .10, .06);

  private final float[] values;

  Spectrum(double... values) {
    this.values = new float[values.length];
    for (int band = 0; band < values.length; band++) {
      this.values[band] = (float) values[band];
    }
  }

  float at(int band) {
    return values[band];
  }
}
