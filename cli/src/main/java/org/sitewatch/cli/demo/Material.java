package org.sitewatch.cli.demo;

/** What a disturbance puts in place of the ground. */
enum Material {
  /** The floor of a pit or trench: soil in its own shadow. */
  SHADED,
  /** Fresh spoil: brighter than the weathered surface, and quicker to dry. */
  SUBSOIL,
  /** Driven-over ground. */
  COMPACT,
  ROOF,
  /** Freshly turned soil: darker, rough, no plants. */
  TILLED,
  GREEN_CROP,
  CLOUD,
  CLOUD_SHADOW,
  DUST;

  /**
   * @param soil reflectance of the dry bare soil
   * @param wet share of brightness that moisture takes, 0 = dry
   * @param ground reflectance of what is there now
   */
  float reflectance(int band, float soil, float wet, float ground) {
    float damp = soil * (1 - wet);
    return switch (this) {
      case SHADED -> damp * 0.45f;
      case SUBSOIL -> (soil * 1.2f + Spectrum.DUST.at(band) * 0.1f) * (1 - 0.8f * wet);
      case COMPACT -> damp * 1.14f + 0.015f;
      case ROOF -> Spectrum.ROOF.at(band);
      case TILLED -> damp * 0.72f;
      case GREEN_CROP -> Spectrum.GREEN_PLANTS.at(band);
      case CLOUD -> Spectrum.CLOUD.at(band);
      case CLOUD_SHADOW -> ground * 0.55f;
      case DUST -> Spectrum.DUST.at(band);
    };
  }
}
