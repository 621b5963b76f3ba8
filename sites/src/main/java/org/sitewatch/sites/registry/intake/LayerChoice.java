package org.sitewatch.sites.registry.intake;

import java.util.Map;
import org.sitewatch.sites.Zone;

/**
 * Which layers of a file are read.
 *
 * @param layer the one to read, empty to choose
 * @param byZone or a layer for each zone; empty if zones are told by a field
 */
public record LayerChoice(String layer, Map<Zone, String> byZone) {
  public static final LayerChoice ANY = new LayerChoice("", Map.of());

  public LayerChoice {
    byZone = Map.copyOf(byZone);
  }
}
