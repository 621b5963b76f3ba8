package org.sitewatch.ingest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Every sensor there is; apart from {@link Sensor}, which each of them needs to be loaded first.
 */
final class KnownSensors {
  static final List<Sensor> ALL =
      List.of(
          Sentinel2.INSTANCE,
          Landsat.OLI,
          Landsat.TM,
          PlanetScope.INSTANCE,
          Sentinel1.INSTANCE,
          GenericSensor.INSTANCE);

  private KnownSensors() {}

  static String ids() {
    return ALL.stream().map(Sensor::id).collect(Collectors.joining(", "));
  }
}
