package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.sitewatch.ingest.SameAcquisition.Taken;
import org.sitewatch.ingest.stac.ItemHeader;
import org.sitewatch.sites.Site;

/** Looks at one item of an answer: whether it is sound, was asked for, and shows a site. */
final class ItemJudge {
  private final SearchQuestion question;
  private final STRtree sites = new STRtree();

  ItemJudge(SearchQuestion question, List<Site> sites) {
    this.question = question;
    for (Site site : sites) {
      Geometry area = site.area();
      this.sites.insert(area.getEnvelopeInternal(), PreparedGeometryFactory.prepare(area));
    }
    this.sites.build();
  }

  /** What becomes of an item. */
  enum Fit {
    FITS,
    /** Neither in the area of the request nor at a site. */
    ELSEWHERE,
    OTHER_TIME,
    OTHER_COLLECTION,
    CLOUDY,
    /** In the area, but it meets no site. */
    NO_SITE
  }

  /**
   * @param cloud_percent as the item says, empty if it does not
   */
  record Judged(Fit fit, Taken taken, OptionalDouble cloud_percent) {}

  /**
   * @throws IllegalArgumentException with a reason if the item is not sound
   */
  Judged judge(JsonNode item, Geometry area) {
    ItemHeader header = ItemHeader.read(item);
    var taken =
        new Taken(
            header.id(),
            header.datetime(),
            header.sensor().id(),
            header.acquisition(),
            FootprintReader.read(item.path("geometry")));
    OptionalDouble cloud = cloud(item.path("properties"));
    return new Judged(fit(header.collection(), taken, cloud, area), taken, cloud);
  }

  private Fit fit(String collection, Taken taken, OptionalDouble cloud, Geometry area) {
    if (!collection.isEmpty() && !question.collections().contains(collection)) {
      return Fit.OTHER_COLLECTION;
    }
    if (!question.covers(taken.datetime())) {
      return Fit.OTHER_TIME;
    }
    if (cloud.orElse(0) > question.maxCloud_percent().orElse(100)) {
      return Fit.CLOUDY;
    }
    if (meetsSite(taken.footprint())) {
      return Fit.FITS;
    }
    return taken.footprint().intersects(area) ? Fit.NO_SITE : Fit.ELSEWHERE;
  }

  private boolean meetsSite(Geometry footprint) {
    for (Object site : sites.query(footprint.getEnvelopeInternal())) {
      if (((PreparedGeometry) site).intersects(footprint)) {
        return true;
      }
    }
    return false;
  }

  private static OptionalDouble cloud(JsonNode properties) {
    JsonNode cloud = properties.path("eo:cloud_cover");
    return cloud.isNumber() ? OptionalDouble.of(cloud.asDouble()) : OptionalDouble.empty();
  }
}
