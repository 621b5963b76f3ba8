package org.sitewatch.detect.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.job.ThreadRunner;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

class DetectJobTest {
  private static final LocalDate SINCE = LocalDate.of(2024, 9, 8);

  @TempDir Path folder;

  static MultiPolygon square() {
    var factory = new GeometryFactory();
    Polygon square =
        factory.createPolygon(
            new Coordinate[] {
              new Coordinate(102, 47),
              new Coordinate(102.01, 47),
              new Coordinate(102.01, 47.01),
              new Coordinate(102, 47.01),
              new Coordinate(102, 47)
            });
    return new MultiPolygon(new Polygon[] {square}, factory);
  }

  private static Site site(String id) {
    return new Site(id, id, Map.of(Zone.CORE, square()), 3, "", new TreeMap<>());
  }

  /** Without a configuration nothing can be judged; no plan lacks one, so that it is a bug. */
  @Test
  void aBugAtOneSiteIsItsFailureAndTheOthersAreServed() {
    var period = new Period(SINCE, SINCE.plusDays(7));
    var plan =
        new DetectPlan(
            new TileStore(folder.resolve("tiles").toString()),
            period,
            SINCE,
            null,
            ClassPools.NONE,
            folder.resolve("models").toString(),
            "",
            "");
    Site broken = site("broken");
    var grid = PixelGrid.northUp(32648, 300_000, 5_300_000, 10, 160, 160);
    var view = new SiteView(broken, "sentinel-2-l2a", grid, List.of(), new TreeMap<>());
    var tasks =
        List.of(
            new DetectTask(broken, List.of(view), StatesOfRuns.NONE),
            new DetectTask(site("quiet"), List.of(), StatesOfRuns.NONE));
    var examined = new TreeMap<Integer, ExaminedSite>();
    DetectJob.run(
        new ThreadRunner(1),
        tasks,
        new SceneCatalog(List.of()),
        plan,
        PixelWork.OF_TILES,
        examined::put,
        (done, of) -> {});
    var failed =
        assertInstanceOf(
            LookOutcome.Failed.class, examined.get(0).result().findings().outcomes().get(0));
    assertTrue(
        failed.reason().startsWith("judging site 'broken' failed by a bug"), failed.reason());
    assertEquals("quiet", examined.get(1).result().findings().siteId());
  }
}
