package org.sitewatch.sites;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The outlines of a site, in order of zones, which cannot be changed; their union is made once. */
final class SiteZones extends AbstractMap<Zone, MultiPolygon> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final EnumMap<Zone, MultiPolygon> outlines;
  private transient volatile Geometry area;

  /**
   * @param outlines at least one
   */
  SiteZones(Map<Zone, MultiPolygon> outlines) {
    this.outlines = new EnumMap<>(outlines);
  }

  @Override
  public Set<Entry<Zone, MultiPolygon>> entrySet() {
    return Collections.unmodifiableMap(outlines).entrySet();
  }

  @Override
  public MultiPolygon get(Object zone) {
    return outlines.get(zone);
  }

  @Override
  public boolean containsKey(Object zone) {
    return outlines.containsKey(zone);
  }

  /** All together; whoever comes first makes it. */
  Geometry area() {
    Geometry made = area;
    if (made == null) {
      made = UnaryUnionOp.union(outlines.values());
      area = made;
    }
    return made;
  }
}
