package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.SiteImport;

/**
 * Findings as GeoJSON (RFC 7946) that a planner opens beside the registry: a point where something
 * is wrong, and the outline of each proposal. A finding at no one place stands in its site, or has
 * no geometry where the site has none.
 */
final class ProblemSpots {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DECIMALS = 9;

  private ProblemSpots() {}

  /** The same bytes for the same findings: a line a feature. */
  static byte[] bytes(SiteImport found) {
    var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    String separator = "\n";
    for (RegistryFinding finding : found.findings()) {
      text.append(separator).append(spot(finding, found));
      separator = ",\n";
      if (!finding.proposal().isNone()) {
        text.append(separator).append(proposal(finding));
      }
    }
    return text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode spot(RegistryFinding finding, SiteImport found) {
    ObjectNode feature = feature(finding, "spot");
    var place = new Coordinate(finding.lon(), finding.lat());
    if (!place.isValid()) {
      place =
          found.validSites().stream()
              .filter(site -> site.id().equals(finding.siteId()))
              .findFirst()
              .map(site -> site.area().getInteriorPoint().getCoordinate())
              .orElseGet(() -> inProposal(finding));
    }
    if (place == null) {
      feature.putNull("geometry");
    } else {
      ObjectNode point = feature.putObject("geometry").put("type", "Point");
      put(point.putArray("coordinates"), place);
    }
    return feature;
  }

  /** Null if nothing is proposed. */
  private static Coordinate inProposal(RegistryFinding finding) {
    return finding.proposal().isNone()
        ? null
        : finding.proposal().outline().getInteriorPoint().getCoordinate();
  }

  private static ObjectNode proposal(RegistryFinding finding) {
    ObjectNode feature = feature(finding, "proposal");
    ObjectNode geometry = feature.putObject("geometry").put("type", "MultiPolygon");
    ArrayNode polygons = geometry.putArray("coordinates");
    MultiPolygon outline = finding.proposal().outline();
    for (int part = 0; part < outline.getNumGeometries(); part++) {
      Polygon polygon = (Polygon) outline.getGeometryN(part);
      ArrayNode rings = polygons.addArray();
      put(rings.addArray(), polygon.getExteriorRing(), true);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        put(rings.addArray(), polygon.getInteriorRingN(hole), false);
      }
    }
    return feature;
  }

  private static ObjectNode feature(RegistryFinding finding, String kind) {
    ObjectNode feature = NODES.objectNode().put("type", "Feature");
    ObjectNode properties = feature.putObject("properties");
    properties.put("code", finding.code().name());
    properties.put("severity", finding.isError() ? "error" : "warning");
    properties.put("site_id", finding.siteId());
    properties.put("kind", kind);
    properties.put("problem", finding.problem()).put("cure", finding.cure());
    FindingJson.area(properties, "area_before_m2", finding.proposal().areaBefore_m2());
    FindingJson.area(properties, "area_after_m2", finding.proposal().areaAfter_m2());
    return feature;
  }

  private static void put(ArrayNode target, LinearRing ring, boolean counterClockwise) {
    boolean turned = Orientation.isCCW(ring.getCoordinateSequence()) != counterClockwise;
    for (Coordinate vertex : (turned ? ring.reverse() : ring).getCoordinates()) {
      put(target.addArray(), vertex);
    }
  }

  private static void put(ArrayNode position, Coordinate place) {
    position.add(degrees(place.x)).add(degrees(place.y));
  }

  private static BigDecimal degrees(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
