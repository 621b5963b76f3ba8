package org.sitewatch.sites;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A registered heritage site.
 *
 * @param id unique and stable, never blank
 * @param zones at least one zone, polygons in WGS84 lon/lat degrees
 * @param priority 1 (the most important) to 5
 * @param designation legal or heritage designation, empty if none is known
 * @param attributes what else the planners keep: values are String, Long, Double or Boolean
 */
public record Site(
    String id,
    String name,
    Map<Zone, MultiPolygon> zones,
    int priority,
    String designation,
    SortedMap<String, Object> attributes)
    implements Serializable {

  /** The attribute that says what grows on the site; its name may be in any case. */
  public static final String LAND_COVER = "land_cover";

  /** Priority of a site whose registry entry names none. */
  public static final int DEFAULT_PRIORITY = 3;

  public Site {
    if (id.isBlank()) {
      throw new IllegalArgumentException("site id must not be blank");
    }
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("site '" + id + "' has no zone");
    }
    if (priority < 1 || priority > 5) {
      throw new IllegalArgumentException(
          "site '" + id + "': priority must be 1 to 5, got " + priority);
    }
    for (Zone zone : zones.keySet()) {
      if (zones.get(zone).isEmpty()) {
        throw new IllegalArgumentException("site '" + id + "': " + zone.label() + " is empty");
      }
    }
    for (var attribute : attributes.entrySet()) {
      Object value = attribute.getValue();
      if (!(value instanceof String
          || value instanceof Long
          || value instanceof Double
          || value instanceof Boolean)) {
        throw new IllegalArgumentException("site '" + id + "': odd value of " + attribute);
      }
    }
    zones = zones instanceof SiteZones made ? made : new SiteZones(zones);
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** What the registry says of the land cover, empty if it says nothing. */
  public Optional<String> landCover() {
    return attributes.entrySet().stream()
        .filter(attribute -> attribute.getKey().equalsIgnoreCase(LAND_COVER))
        .map(attribute -> attribute.getValue().toString().strip())
        .filter(word -> !word.isEmpty())
        .findFirst();
  }

  /** All zones together, lon/lat; the same object each time, not to be changed. */
  public Geometry area() {
    return ((SiteZones) zones).area();
  }
}
