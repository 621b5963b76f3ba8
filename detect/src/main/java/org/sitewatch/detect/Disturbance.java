package org.sitewatch.detect;

import java.io.Serializable;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.sites.Zone;

/**
 * A patch of ground that changed, as known at the end of a run.
 *
 * @param id site id, date of the first look that raised it, a running letter; fixed once published
 * @param zone the innermost zone it touches
 * @param outline WGS84 lon/lat along the pixel edges, exterior rings counter-clockwise
 */
public record Disturbance(
    String id,
    String siteId,
    Zone zone,
    MultiPolygon outline,
    Extent extent,
    Timeline timeline,
    Measures measures,
    Alert alert)
    implements Serializable {

  /** The same ground, believed otherwise. */
  public Disturbance withAlert(Alert next) {
    return new Disturbance(id, siteId, zone, outline, extent, timeline, measures, next);
  }
}
