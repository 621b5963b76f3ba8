package org.sitewatch.sites.registry.intake;

import java.util.List;
import org.sitewatch.sites.registry.RawLayer;

/** A file that is one layer: GeoJSON, a table, a shapefile that is not packed. */
record OneLayer(String format, RawLayer layer) implements PlannerFile {

  @Override
  public List<String> layers() {
    return List.of(layer.name());
  }

  @Override
  public RawLayer read(String name) {
    return layer;
  }
}
