package org.sitewatch.ingest.stac.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.ingest.stac.search.SceneSearchTest.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.sitewatch.sites.Site;

final class SearchAreasTest {

  @Test
  void everySiteLiesInARequestWithItsPadding() {
    List<Site> sites = random(500, 7);
    for (List<Geometry> requests : List.of(SearchAreas.polygons(sites), SearchAreas.boxes(sites))) {
      for (Site site : sites) {
        Geometry padded = site.area().buffer(0.0028);
        assertTrue(
            requests.stream().anyMatch(area -> area.covers(padded.getEnvelope())), site.id());
      }
    }
  }

  @Test
  void manySitesOfAProvinceNeedFewRequestsOfFewVertices() {
    List<Geometry> requests = SearchAreas.polygons(random(500, 7));
    assertTrue(requests.size() <= 4, "" + requests.size());
    for (Geometry area : requests) {
      assertTrue(area.isValid());
      assertTrue(
          area.getNumPoints() <= 5 * SearchAreas.BOXES_PER_REQUEST, "" + area.getNumPoints());
    }
  }

  @Test
  void theSeaBetweenIsNotAskedFor() {
    List<Site> sites = List.of(site("a", 0.1, 50.1), site("b", 9.8, 50.1), site("c", -60, 50.1));
    double asked = SearchAreas.polygons(sites).stream().mapToDouble(Geometry::getArea).sum();
    assertTrue(asked < 0.001, "square degrees: " + asked);
    assertEquals(2, SearchAreas.polygons(sites).size());
  }

  @Test
  void theEdgeOfTheWorldIsNotLeft() {
    for (Geometry area :
        SearchAreas.polygons(List.of(site("a", 179.998, 89.998), site("b", -180, -90)))) {
      var box = area.getEnvelopeInternal();
      assertTrue(box.getMaxX() <= 180 && box.getMaxY() <= 90, box::toString);
      assertTrue(box.getMinX() >= -180 && box.getMinY() >= -90, box::toString);
    }
  }

  /** In four by four degrees. */
  private static List<Site> random(int count, long seed) {
    var random = new Random(seed);
    var sites = new ArrayList<Site>();
    for (int i = 0; i < count; i++) {
      sites.add(site("s" + i, 101 + 4 * random.nextDouble(), 45 + 4 * random.nextDouble()));
    }
    return sites;
  }
}
