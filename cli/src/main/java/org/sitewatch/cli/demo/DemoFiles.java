package org.sitewatch.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** The registry and the truth as GeoJSON. */
final class DemoFiles {
  private DemoFiles() {}

  /** The registry: one feature for each zone of each site. */
  static ObjectNode registry(List<DemoSite> sites) {
    var collection = Json.collection();
    for (var site : sites) {
      site.zones()
          .forEach(
              (zone, polygons) -> {
                var feature = feature(collection, polygons);
                feature
                    .putObject("properties")
                    .put("id", site.id())
                    .put("name", site.name())
                    .put("zone", zone.label())
                    .put("priority", site.priority())
                    .put("designation", site.designation());
              });
    }
    return collection;
  }

  /**
   * What really happened.
   *
   * @param looks for each event id, on how many passes it stood in plain sight
   */
  static ObjectNode truth(List<DemoSite> sites, List<Event> events, Map<String, Integer> looks) {
    var collection = Json.collection();
    for (var event : events) {
      var feature = feature(collection, event.footprint());
      var properties =
          feature
              .putObject("properties")
              .put("id", event.id())
              .put("site_id", event.siteId().isEmpty() ? null : event.siteId())
              .put("site_name", siteName(sites, event.siteId()))
              .put("kind", event.kind().label())
              .put("role", event.role().label())
              .put("decoy", event.role() == Event.Role.DECOY)
              .put("start", event.firstDay().toString())
              .put(
                  "end", event.lastDay().equals(LocalDate.MAX) ? null : event.lastDay().toString());
      properties.set("area_m2", Json.decimal(event.footprint().getArea(), 1));
      properties.put("looks_in_sight", looks.getOrDefault(event.id(), 0));
    }
    return collection;
  }

  private static String siteName(List<DemoSite> sites, String id) {
    return sites.stream()
        .filter(site -> site.id().equals(id))
        .map(DemoSite::name)
        .findFirst()
        .orElse(null);
  }

  private static ObjectNode feature(ObjectNode collection, Geometry metres) {
    var feature = Json.features(collection).addObject().put("type", "Feature");
    feature.set("geometry", Json.geometry(Frame.toLonLat(metres)));
    return feature;
  }
}
