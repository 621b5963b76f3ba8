package org.sitewatch.cli;

import java.util.EnumMap;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.intake.LayerChoice;
import picocli.CommandLine.Option;

/** Which layers of a planner's file are read: of a GeoPackage, a zip of shapefiles, KML folders. */
final class LayerOptions {
  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "Layer to read, if there are several.")
  private String layer;

  @Option(names = "--core-layer", paramLabel = "NAME", description = "Layer with the core zones.")
  private String core;

  @Option(
      names = "--buffer-layer",
      paramLabel = "NAME",
      description = "Layer with the buffer zones, under the ids of the core's.")
  private String buffer;

  @Option(
      names = "--setting-layer",
      paramLabel = "NAME",
      description = "Layer with the settings, under the ids of the core's.")
  private String setting;

  LayerChoice choice() {
    var byZone = new EnumMap<Zone, String>(Zone.class);
    put(byZone, Zone.CORE, core);
    put(byZone, Zone.BUFFER, buffer);
    put(byZone, Zone.SETTING, setting);
    if (layer != null && !byZone.isEmpty()) {
      throw SharedOptions.usage(
          "--layer and a layer for a zone do not go together; give one or the other");
    }
    return new LayerChoice(layer == null ? "" : layer, byZone);
  }

  private static void put(EnumMap<Zone, String> byZone, Zone zone, String layer) {
    if (layer != null) {
      byZone.put(zone, layer);
    }
  }
}
