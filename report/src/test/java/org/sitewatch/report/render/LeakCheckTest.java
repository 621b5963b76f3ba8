package org.sitewatch.report.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.detect.Period;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.records.SiteRecord;

class LeakCheckTest {
  private static final long SEED = 5;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Sites of a country, of which every week others are disturbed. */
  private static RunRecords week(int week) {
    var random = new Random(SEED);
    var sites = new ArrayList<SiteRecord>();
    for (int i = 0; i < 600; i++) {
      double lon = 102 + 3 * random.nextDouble();
      double lat = 46 + 3 * random.nextDouble();
      Polygon place =
          (Polygon) FACTORY.toGeometry(new Envelope(lon, lon + 0.003, lat, lat + 0.002));
      JsonNode properties =
          JsonNodeFactory.instance
              .objectNode()
              .put("site_id", "mn-" + (1000 + i))
              .put("site_name", "Хиргисүүр " + i)
              .put("looks_seen", 1);
      sites.add(new SiteRecord(FACTORY.createMultiPolygon(new Polygon[] {place}), properties));
    }
    var disturbances = new ArrayList<DisturbanceRecord>();
    for (int i = week; i < 600; i += 7) {
      JsonNode properties =
          JsonNodeFactory.instance
              .objectNode()
              .put("id", sites.get(i).id() + "-20241003-a")
              .put("site_id", sites.get(i).id())
              .put("status", "confirmed")
              .put("area_m2", 800.5);
      MultiPolygon none = FACTORY.createMultiPolygon();
      disturbances.add(new DisturbanceRecord(none, properties, Optional.empty()));
    }
    LocalDate until = LocalDate.of(2024, 10, 6).plusWeeks(week);
    return new RunRecords(
        Path.of("."), "w" + week, new Period(until.minusWeeks(1), until), disturbances, sites);
  }

  private static SortedMap<String, byte[]> release(RunRecords run) {
    var report =
        new PublicReport(
            new PublicCells(run.sites(), run.disturbances()), YearMonth.from(run.period().until()));
    var files = new TreeMap<String, byte[]>();
    files.put("disturbances.public.geojson", report.disturbances());
    files.put("coverage.public.geojson", report.coverage());
    files.put("summary.public.csv", report.csv());
    return files;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatIsReleasedOverThreeWeeksGivesNothingAway(int week) {
    RunRecords run = week(week);
    SortedMap<String, byte[]> files = release(run);
    assertEquals(Optional.empty(), new LeakCheck(run).findLeak(files));
    assertTrue(text(files, "summary.public.csv").lines().count() > 5, "there is something to tell");
  }

  @Test
  void theCellsAreTheSameEveryWeek() {
    List<String> first = cells(week(0));
    assertEquals(first, cells(week(1)));
    assertEquals(first, cells(week(2)));
  }

  @Test
  void oneRealVertexIsFoundInEitherOrderInAnyFile() {
    RunRecords run = week(0);
    Coordinate vertex = run.sites().get(77).outline().getCoordinates()[2];
    for (String file : release(run).keySet()) {
      assertFound(run, file, String.format(Locale.ROOT, "[%.4f,%.4f]", vertex.x, vertex.y));
      assertFound(run, file, String.format(Locale.ROOT, "%.3f; %.3f", vertex.y, vertex.x));
    }
  }

  @Test
  void aPlaceInsideASiteIsFoundToo() {
    RunRecords run = week(0);
    Coordinate inside = run.sites().get(12).outline().getInteriorPoint().getCoordinate();
    assertFound(
        run, "summary.public.csv", String.format(Locale.ROOT, "%.6f,%.6f", inside.x, inside.y));
  }

  @Test
  void aPlaceAcrossTheAntimeridianIsFound() {
    RunRecords week = week(0);
    Polygon place = (Polygon) FACTORY.toGeometry(new Envelope(179.998, 179.9995, -17, -16.999));
    JsonNode properties = JsonNodeFactory.instance.objectNode().put("site_id", "fiji");
    var site = new SiteRecord(FACTORY.createMultiPolygon(new Polygon[] {place}), properties);
    var run = new RunRecords(week.folder(), week.runId(), week.period(), List.of(), List.of(site));
    var files = new TreeMap<String, byte[]>();
    files.put("a.public.csv", "x\n-179.9995,-16.9995\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(new LeakCheck(run).findLeak(files).isPresent());
  }

  @Test
  void anIdANameAndADayAreFound() {
    RunRecords run = week(0);
    assertFound(run, "summary.public.csv", "x,MN-1003,y");
    assertFound(run, "summary.public.csv", "x,near Хиргисүүр 44,y");
    assertFound(run, "summary.public.csv", "seen on 2024-10-03");
  }

  private static void assertFound(RunRecords run, String file, String put) {
    SortedMap<String, byte[]> files = release(run);
    String text = text(files, file);
    String leaking =
        file.endsWith("json")
            ? text.replaceFirst(
                "\"properties\":\\{",
                "\"properties\":{\"extra\":\"" + put.replace("\\", "") + "\",")
            : text + put + "\n";
    files.put(file, leaking.getBytes(StandardCharsets.UTF_8));
    Optional<String> leak = new LeakCheck(run).findLeak(files);
    assertTrue(leak.isPresent() && leak.get().startsWith(file), file + " with " + put);
  }

  private static List<String> cells(RunRecords run) {
    return text(release(run), "summary.public.csv").lines().map(l -> l.split(",")[0]).toList();
  }

  private static String text(SortedMap<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }
}
