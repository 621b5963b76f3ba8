package org.sitewatch.sites.registry.shapefile;

import java.util.Map;
import java.util.Optional;

/**
 * The files of one shapefile.
 *
 * @param name without an ending
 * @param parts content by ending: shp, shx, dbf, prj, cpg
 */
public record ShapefileParts(String name, Map<String, byte[]> parts) {

  public ShapefileParts {
    parts = Map.copyOf(parts);
  }

  Optional<byte[]> findPart(String ending) {
    return Optional.ofNullable(parts.get(ending));
  }
}
