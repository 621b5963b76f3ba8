package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/**
 * G3 where both numbers of a pair could be either: a site far off all others that would lie among
 * them with longitude and latitude the other way round, or outside the extent that was declared.
 */
final class SwappedSites {
  private static final int MIN_SITES = 4;
  private static final double MIN_SPREAD = 1;

  private SwappedSites() {}

  /** Warnings, as the sites may well lie there. */
  static List<RegistryFinding> outliers(Collection<Site> sites) {
    if (sites.size() < MIN_SITES) {
      return List.of();
    }
    List<Coordinate> places = sites.stream().map(SwappedSites::place).toList();
    var middle =
        new Coordinate(
            median(places.stream().mapToDouble(place -> place.x).toArray()),
            median(places.stream().mapToDouble(place -> place.y).toArray()));
    double usual = median(places.stream().mapToDouble(middle::distance).toArray());
    double spread = Math.max(MIN_SPREAD, 3 * usual);
    var findings = new ArrayList<RegistryFinding>();
    for (Site site : sites) {
      Coordinate place = place(site);
      var swapped = new Coordinate(place.y, place.x);
      if (middle.distance(place) > 4 * spread && middle.distance(swapped) <= spread) {
        proposal(site)
            .ifPresent(
                repair ->
                    findings.add(
                        Flaw.warningAt(
                                Code.G3,
                                place.x,
                                place.y,
                                "longitude and latitude look swapped: it lies far from all other"
                                    + " sites,")
                            .withCure(
                                "if so swap them, it would lie among the others at "
                                    + Flaw.place(swapped.x, swapped.y))
                            .withProposal(repair)
                            .of(site.id())));
      }
    }
    return findings;
  }

  /** Errors for sites outside of an extent, with the swap as a proposal where it brings them in. */
  static List<RegistryFinding> outside(Collection<Site> sites, Envelope extent) {
    var findings = new ArrayList<RegistryFinding>();
    for (Site site : sites) {
      Coordinate place = place(site);
      if (!extent.contains(site.area().getEnvelopeInternal())) {
        Optional<Proposal> repair =
            proposal(site).filter(one -> extent.contains(one.outline().getEnvelopeInternal()));
        Flaw flaw =
            Flaw.errorAt(
                Code.G3, place.x, place.y, "it lies outside the declared extent, its middle");
        findings.add(
            repair
                .map(
                    one ->
                        flaw.withCure(
                                "longitude and latitude look swapped, the other way round it lies"
                                    + " inside")
                            .withProposal(one))
                .orElseGet(() -> flaw.withCure("draw it again or declare a wider extent"))
                .of(site.id()));
      }
    }
    return findings;
  }

  private static Coordinate place(Site site) {
    return site.area().getEnvelopeInternal().centre();
  }

  private static Optional<Proposal> proposal(Site site) {
    Geometry area = site.area();
    Geometry swapped = area.copy();
    swapped.apply(
        (CoordinateFilter)
            vertex -> {
              double lon = vertex.y;
              vertex.y = vertex.x;
              vertex.x = lon;
            });
    swapped.geometryChanged();
    if (swapped.getEnvelopeInternal().getMinY() < -OutlineCheck.MAX_LATITUDE
        || swapped.getEnvelopeInternal().getMaxY() > OutlineCheck.MAX_LATITUDE) {
      return Optional.empty();
    }
    var parts = new ArrayList<Polygon>();
    for (Object part : PolygonExtracter.getPolygons(swapped)) {
      parts.add((Polygon) part);
    }
    MultiPolygon outline = area.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    return Optional.of(
        new Proposal("", true, GeodesicArea.area_m2(area), GeodesicArea.area_m2(outline), outline));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }
}
