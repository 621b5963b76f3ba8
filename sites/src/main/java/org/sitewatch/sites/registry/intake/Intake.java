package org.sitewatch.sites.registry.intake;

import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.mapping.FieldMapping;

/**
 * A planner's file, read and checked, with all that was taken for granted.
 *
 * @param format in words: {@code Shapefile}
 * @param layers what was read of it, in order
 * @param notices what was guessed or made, a sentence each
 */
public record Intake(String format, List<Layer> layers, List<String> notices, SiteImport sites) {

  /**
   * A layer that was read.
   *
   * @param zone of all its features, empty if a field tells
   * @param features how many it has
   */
  public record Layer(String name, Optional<Zone> zone, FieldMapping mapping, int features) {}

  public Intake {
    layers = List.copyOf(layers);
    notices = List.copyOf(notices);
  }
}
