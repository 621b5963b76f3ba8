package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.sitewatch.ingest.Acquisition;
import org.sitewatch.ingest.ItemOrigin;
import org.sitewatch.ingest.SameAcquisition.Taken;
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
    String id = item.path("id").asText("");
    if (!item.path("type").asText("").equals("Feature") || id.isBlank()) {
      throw new IllegalArgumentException("is not a STAC item: expected type Feature and an id");
    }
    String version = item.path("stac_version").asText("1.");
    if (!version.startsWith("1.")) {
      throw new IllegalArgumentException("is of STAC version " + version + ", expected 1");
    }
    JsonNode properties = item.path("properties");
    var taken =
        new Taken(
            id,
            datetime(properties),
            sensor(item),
            acquisition(properties),
            FootprintReader.read(item.path("geometry")));
    OptionalDouble cloud = cloud(properties);
    return new Judged(fit(item, taken, cloud, area), taken, cloud);
  }

  private Fit fit(JsonNode item, Taken taken, OptionalDouble cloud, Geometry area) {
    String collection = item.path("collection").asText("");
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

  private static Instant datetime(JsonNode properties) {
    String word = properties.path("datetime").asText("");
    if (word.isEmpty() || word.equals("null")) {
      word = properties.path("start_datetime").asText("");
    }
    try {
      return OffsetDateTime.parse(word).toInstant();
    } catch (DateTimeException broken) {
      throw new IllegalArgumentException("has no datetime such as 2024-05-03T04:10:31Z", broken);
    }
  }

  private static OptionalDouble cloud(JsonNode properties) {
    JsonNode cloud = properties.path("eo:cloud_cover");
    return cloud.isNumber() ? OptionalDouble.of(cloud.asDouble()) : OptionalDouble.empty();
  }

  private static String sensor(JsonNode item) {
    JsonNode properties = item.path("properties");
    var origin =
        new ItemOrigin(
            item.path("collection").asText(""),
            properties.path("constellation").asText(""),
            properties.path("platform").asText(""),
            properties.path("pl:item_type").asText(""));
    return origin.sensor().id();
  }

  private static Acquisition acquisition(JsonNode properties) {
    String baseline = properties.path("s2:processing_baseline").asText("");
    return new Acquisition(
        properties.path("platform").asText("").toLowerCase(Locale.ROOT),
        baseline.isEmpty() ? properties.path("processing:version").asText("") : baseline,
        properties.path("grid:code").asText(""),
        properties.path("sat:relative_orbit").asText(""),
        "",
        "");
  }
}
