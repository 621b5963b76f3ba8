package org.sitewatch.cli.demo;

/** The simulated bands, with what the catalogue says of them and how the ground looks in them. */
enum Band {
  BLUE("blue", "B02", "Blue (band 2)", 0.49, 0.098, 10),
  GREEN("green", "B03", "Green (band 3)", 0.56, 0.045, 10),
  RED("red", "B04", "Red (band 4)", 0.665, 0.038, 10),
  NIR("nir", "B08", "NIR 1 (band 8)", 0.842, 0.145, 10),
  SWIR16("swir16", "B11", "SWIR 1 (band 11)", 1.61, 0.143, 20),
  SWIR22("swir22", "B12", "SWIR 2 (band 12)", 2.19, 0.242, 20);

  private final String assetKey;
  private final String file;
  private final String title;
  private final double wavelength_um;
  private final double width_um;
  private final int pixel_m;

  Band(
      String assetKey,
      String file,
      String title,
      double wavelength_um,
      double width_um,
      int pixel_m) {
    this.assetKey = assetKey;
    this.file = file;
    this.title = title;
    this.wavelength_um = wavelength_um;
    this.width_um = width_um;
    this.pixel_m = pixel_m;
  }

  String assetKey() {
    return assetKey;
  }

  /** File name without its ending. */
  String file() {
    return file;
  }

  String title() {
    return title;
  }

  double wavelength_um() {
    return wavelength_um;
  }

  double width_um() {
    return width_um;
  }

  int pixel_m() {
    return pixel_m;
  }

  /** The commonly used name of the band family in STAC's eo extension. */
  String commonName() {
    return assetKey;
  }
}
