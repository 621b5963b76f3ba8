package org.sitewatch.report.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.detect.Status;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.SiteRecord;

/**
 * What the public may know of a run: how many sites of a {@link PublicCell} were seen and how many
 * are disturbed. No place, name, id, date or exact area of any site. Cells with fewer than {@link
 * #MIN_SITES} sites are withheld, and those with a corner within {@link #KEEP_AWAY_M} of a site, so
 * that no coordinate that is written lies near one.
 */
final class PublicCells {
  static final int MIN_SITES = 3;
  static final double KEEP_AWAY_M = 1_000;

  private static final Set<String> CERTAIN =
      Set.of(Status.CONFIRMED.label(), Status.VERIFIED.label());

  /** What is told of a cell. */
  static final class Tally {
    int sites;
    int seen;
    int disturbances;
    int confirmed;
    double area_m2;

    /** No finer than a power of ten. */
    String areaClass() {
      if (area_m2 <= 0) {
        return "none";
      }
      return area_m2 < 1_000
          ? "under 0.1 ha"
          : area_m2 < 10_000 ? "0.1-1 ha" : area_m2 < 100_000 ? "1-10 ha" : "over 10 ha";
    }
  }

  private final SortedMap<PublicCell, Tally> told = new TreeMap<>();
  private int withheldSites;

  PublicCells(List<SiteRecord> sites, List<DisturbanceRecord> disturbances) {
    var cellOfSite = new TreeMap<String, PublicCell>();
    var near = new ArrayList<Geometry>();
    for (SiteRecord site : sites) {
      if (site.outline().isEmpty()) {
        withheldSites++;
        continue;
      }
      Geometry place =
          new GeometryFactory().createMultiPointFromCoords(site.outline().getCoordinates());
      Coordinate centre = place.convexHull().getCentroid().getCoordinate();
      near.add(place);
      PublicCell cell = PublicCell.of(centre.x, centre.y);
      cellOfSite.put(site.id(), cell);
      Tally tally = told.computeIfAbsent(cell, any -> new Tally());
      tally.sites++;
      tally.seen += site.number("looks_seen").orElse(0) > 0 ? 1 : 0;
    }
    for (DisturbanceRecord disturbance : disturbances) {
      PublicCell cell = cellOfSite.get(disturbance.siteId());
      boolean counts = !disturbance.text("status").equals(Status.DISMISSED.label());
      if (cell != null && counts) {
        Tally tally = told.get(cell);
        tally.disturbances++;
        tally.confirmed += CERTAIN.contains(disturbance.text("status")) ? 1 : 0;
        tally.area_m2 += disturbance.number("area_m2").orElse(0);
      }
    }
    withhold(near);
  }

  /** Cells that may be told of, from south to north. */
  SortedMap<PublicCell, Tally> told() {
    return told;
  }

  /** Sites of which nothing is told, not even in a count. */
  int withheldSites() {
    return withheldSites;
  }

  private void withhold(List<Geometry> sites) {
    for (PublicCell cell : new TreeSet<>(told.keySet())) {
      Tally tally = told.get(cell);
      if (tally.sites < MIN_SITES || sites.stream().anyMatch(site -> hasCornerNear(cell, site))) {
        withheldSites += tally.sites;
        told.remove(cell);
      }
    }
  }

  private static boolean hasCornerNear(PublicCell cell, Geometry site) {
    return Arrays.stream(cell.outline().getCoordinates())
        .anyMatch(corner -> mayBeNear(corner, site) && LeakCheck.isNear(corner, site));
  }

  /** Spares nearly all hulls: a degree is far more than {@link #KEEP_AWAY_M}. */
  private static boolean mayBeNear(Coordinate corner, Geometry site) {
    boolean isAtPoleOrSeam = Math.abs(corner.x) > 179 || Math.abs(corner.y) > 89;
    var around = new Envelope(corner);
    around.expandBy(isAtPoleOrSeam ? 360 : 1, 1);
    return around.intersects(site.getEnvelopeInternal());
  }
}
