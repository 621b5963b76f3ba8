package org.sitewatch.cli.demo;

import org.locationtech.jts.geom.Geometry;

/**
 * Part of an event: a material over an area.
 *
 * @param area UTM metres
 * @param opacity share of the area that is really covered, (0, 1]
 */
record Layer(Material material, Geometry area, double opacity) {
  Layer {
    if (!(opacity > 0) || opacity > 1) {
      throw new IllegalArgumentException("opacity must be in (0, 1], got " + opacity);
    }
  }
}
