package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** A1: a site that is still there, but under another id, which alerts and history hang on. */
public final class RenamedSites {
  /** Intersection over union from which on two outlines are of one place. */
  private static final double SAME_PLACE = 0.5;

  private RenamedSites() {}

  /**
   * @param share of the ground both have in common, in the ground of either
   */
  public record Renaming(Site before, Site after, double share) {}

  /** Sites of the older version only, with the one of the newer that lies in their place. */
  public static List<Renaming> between(SiteRegistry before, SiteRegistry after) {
    return RegistryDiff.between(before, after).renamed();
  }

  static List<Renaming> between(List<Site> removed, List<Site> added) {
    var renamings = new ArrayList<Renaming>();
    for (Site gone : removed) {
      bestOf(gone, added).filter(best -> best.share >= SAME_PLACE).ifPresent(renamings::add);
    }
    return renamings;
  }

  /** Each as an error of the site under its new id. */
  public static List<RegistryFinding> findings(SiteRegistry before, SiteRegistry after) {
    var findings = new ArrayList<RegistryFinding>();
    for (Renaming renaming : between(before, after)) {
      Coordinate at = renaming.after.area().getInteriorPoint().getCoordinate();
      String text =
          String.format(
              Locale.ROOT,
              "id changed since the last registry: was '%s' (%.0f %% of the ground is the same),",
              renaming.before.id(),
              100 * renaming.share);
      findings.add(
          Flaw.errorAt(Code.A1, at.x, at.y, text)
              .withCure(
                  "give it its id back; its history and alerts stay with '"
                      + renaming.before.id()
                      + "'")
              .of(renaming.after.id()));
    }
    return findings;
  }

  private static Optional<Renaming> bestOf(Site gone, List<Site> candidates) {
    Geometry old = gone.area();
    Renaming best = null;
    for (Site candidate : candidates) {
      Geometry area = candidate.area();
      if (area.getEnvelopeInternal().intersects(old.getEnvelopeInternal())) {
        double both = OverlayNGRobust.overlay(old, area, OverlayNG.INTERSECTION).getArea();
        double share = both / (old.getArea() + area.getArea() - both);
        if (best == null || share > best.share) {
          best = new Renaming(gone, candidate, share);
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
