package org.sitewatch.ingest.stac.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.source.WebLimits;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.Zone;

final class SceneSearchTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final WebLimits QUICK =
      new WebLimits(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          2,
          Duration.ofMillis(10),
          Duration.ofMillis(20));

  private StacServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StacServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static Site site(String id, double lon, double lat) {
    var square = (Polygon) GEOMETRY.toGeometry(new Envelope(lon, lon + 0.002, lat, lat + 0.002));
    MultiPolygon core = GEOMETRY.createMultiPolygon(new Polygon[] {square});
    return new Site(id, id, Map.of(Zone.CORE, core), 3, "", new TreeMap<>());
  }

  private SceneSearch search(OptionalDouble cloud, int maxItems, String... collections) {
    var question =
        new SearchQuestion(
            List.of(collections),
            LocalDate.of(2024, 5, 1),
            Optional.of(LocalDate.of(2024, 5, 31)),
            cloud,
            maxItems);
    List<Site> sites = List.of(site("a", 10, 50), site("b", 11.5, 50), site("far", -70, -20));
    return SceneSearch.open(
        new SourceDoor(QUICK).client(), server.address(), question, sites, Optional.empty());
  }

  private SearchResult run() {
    return search(OptionalDouble.empty(), 100, "scenes").run((done, of, pages, items) -> {});
  }

  private static List<String> ids(SearchResult result) {
    return result.scenes().stream().map(FoundScene::id).toList();
  }

  private void addFive() {
    server.add("s3", "2024-05-20T10:00:00Z", 9, 49, 2);
    server.add("s1", "2024-05-02T00:00:00Z", 9, 49, 2);
    server.add("s2", "2024-05-10T10:00:00Z", 9, 49, 5);
    server.add("s5", "2024-05-31T23:59:59Z", -71, -21, 2);
    server.add("s4", "2024-05-21T10:00:00Z", 11, 49, 2);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void allPagesOfAllAreasAreReadOnceAndInOrderOfTime(boolean posts) {
    server.posts = posts;
    addFive();
    server.add("early", "2024-05-01T23:59:59Z", 9, 49, 2);
    server.add("late", "2024-06-01T00:00:00Z", 9, 49, 2);
    server.add("sea", "2024-05-10T10:00:00Z", -40, 40, 2);
    SearchResult result = run();
    assertEquals(List.of("s1", "s2", "s3", "s4", "s5"), ids(result));
    assertEquals(List.of(), result.notices());
    assertEquals(List.of(), result.failures());
    String verb = posts ? "POST" : "GET";
    long requests =
        server.asked.stream().filter(line -> line.startsWith(verb + " /stac/search")).count();
    assertEquals(posts ? 3 : 4, requests, "pages of areas: " + server.asked);
  }

  @Test
  void hrefsBecomeAbsolute() {
    addFive();
    String href = run().scenes().get(0).item().path("assets").path("red").path("href").asText();
    assertEquals(server.base() + "/s1.tif", href);
  }

  @Test
  void whatMatchesIsCountedByTheServerOrByPaging() {
    addFive();
    assertEquals(5, search(OptionalDouble.empty(), 100, "scenes").matched((a, b, c, d) -> {}));
    server.tellsCount = false;
    assertEquals(5, search(OptionalDouble.empty(), 100, "scenes").matched((a, b, c, d) -> {}));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void cloudIsLimitedByTheServerOrByOurselves(boolean query) {
    server.query = query;
    addFive();
    for (int i = 0; i < 5; i++) {
      ((ObjectNode) server.items.get(i).path("properties")).put("eo:cloud_cover", 20 * i);
    }
    SearchResult result =
        search(OptionalDouble.of(40), 100, "scenes").run((done, of, pages, items) -> {});
    assertEquals(List.of("s1", "s2", "s3"), ids(result));
    assertEquals(query ? 0 : 2, result.counts().cloudy());
    assertEquals(List.of(), result.notices());
  }

  @Test
  void aServerThatIgnoresEverythingIsNoticed() {
    server.ignoresAll = true;
    server.pageSize = 100;
    addFive();
    server.add("early", "2024-04-01T00:00:00Z", 9, 49, 2);
    server.add("sea", "2024-05-10T10:00:00Z", -40, 40, 2);
    server.add("other", "2024-05-10T10:00:00Z", 9, 49, 2).put("collection", "others");
    SearchResult result = run();
    assertEquals(List.of("s1", "s2", "s3", "s4", "s5"), ids(result));
    assertEquals(3, result.notices().size());
    for (String limit : List.of("the area", "the days", "the collections")) {
      assertTrue(result.notices().toString().contains(limit), result.notices()::toString);
    }
  }

  @Test
  void aSceneBesideTheSitesIsLeftOut() {
    server.add("beside", "2024-05-10T10:00:00Z", 10.003, 50, 0.1);
    SearchResult result = run();
    assertEquals(List.of(), ids(result));
    assertEquals(1, result.counts().noSite());
  }

  @Test
  void ofOneAcquisitionTheNewestProcessingIsKept() {
    for (String baseline : List.of("05.00", "05.11", "04.00")) {
      ObjectNode item = server.add("v" + baseline, "2024-05-10T10:00:00Z", 9, 49, 2);
      ((ObjectNode) item.path("properties")).put("s2:processing_baseline", baseline);
    }
    SearchResult result = run();
    assertEquals(List.of("v05.11"), ids(result));
    assertEquals(2, result.superseded().size());
  }

  @Test
  void unsoundItemsAreNamedAndTheOthersKept() {
    addFive();
    server.pageSize = 100;
    ObjectNode bare = server.add("bare", "2024-05-10T10:00:00Z", 9, 49, 2);
    ObjectNode old =
        server.add("old", "2024-05-10T10:00:00Z", 9, 49, 2).put("stac_version", "0.6.0");
    ObjectNode timeless = server.add("timeless", "2024-05-10T10:00:00Z", 9, 49, 2);
    server.ignoresAll = true;
    bare.putNull("geometry");
    assertEquals("0.6.0", old.path("stac_version").asText());
    ((ObjectNode) timeless.path("properties")).putNull("datetime");
    SearchResult result = run();
    assertEquals(5, result.scenes().size());
    assertEquals(3, result.failures().size());
    assertTrue(result.failures().get(0).contains("'bare'"), result.failures()::toString);
    assertTrue(result.failures().get(0).contains("no footprint"), result.failures()::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body>hello</body></html> | answered a web page, not JSON",
        "{\"type\":\"FeatureCollection\",\"features\":[{ | answered broken JSON",
        "{\"type\":\"FeatureCollection\"} | answered without features",
        "{\"code\":404,\"description\":\"no such thing\"} | no such thing",
        "[1] | not a JSON object"
      })
  void aBadAnswerEndsInOneSentence(String body, String words) {
    server.instead = count -> Optional.of(body);
    refuses(ExitCode.UNAVAILABLE, words);
  }

  @Test
  void deepJsonEndsInOneSentence() {
    server.instead = count -> Optional.of("{\"features\":" + "[".repeat(100_000) + "}");
    refuses(ExitCode.UNAVAILABLE, "broken JSON");
  }

  @Test
  void pagesThatLeadInACircleAreLeft() {
    String link =
        "{\"rel\":\"next\",\"method\":\"POST\",\"href\":\""
            + server.base()
            + "/search\",\"body\":{\"a\":1}}";
    server.instead = count -> Optional.of("{\"features\":[],\"links\":[" + link + "]}");
    refuses(ExitCode.UNAVAILABLE, "circle");
  }

  @Test
  void endlessPagesWithNothingNewAreLeft() {
    server.instead =
        count ->
            Optional.of(
                "{\"features\":[],\"links\":[{\"rel\":\"next\",\"href\":\"/stac/search?p="
                    + count
                    + "\"}]}");
    refuses(ExitCode.UNAVAILABLE, "nothing new");
    assertTrue(server.asked.size() < 20);
  }

  @Test
  void anotherServerIsNotFollowed() {
    server.instead =
        count ->
            Optional.of(
                "{\"features\":[],\"links\":[{\"rel\":\"next\",\"href\":\"http://10.0.0.1/x\"}]}");
    refuses(ExitCode.UNAVAILABLE, "another server");
  }

  @Test
  void moreItemsThanAreTakenAreRefusedBeforeTheyAreRead() {
    server.instead =
        count -> Optional.of("{\"features\":[],\"numberMatched\":1000000,\"links\":[]}");
    refuses(ExitCode.USAGE, "1000000 items match", "--max-items");
  }

  @Test
  void aServerThatFailsHalfWayGivesWhatItGave() {
    addFive();
    server.instead = count -> count < 2 ? Optional.empty() : Optional.of("oops");
    SearchResult result = run();
    assertEquals(1, result.failures().size());
    assertTrue(result.failures().get(0).contains("1 of 2 areas"), result.failures()::toString);
    assertEquals(List.of("s5"), ids(result));
  }

  @Test
  void aCollectionThatIsNotThereIsSaid() {
    var search = search(OptionalDouble.empty(), 100, "scense");
    var refused =
        assertThrows(UserException.class, () -> search.run((done, of, pages, items) -> {}));
    assertTrue(refused.getMessage().contains("no collection 'scense'"), refused.getMessage());
  }

  @Test
  void anotherVersionIsRefused() {
    server.version = "0.9.0";
    refuses(ExitCode.UNAVAILABLE, "not a STAC API of version 1", "0.9.0");
  }

  private void refuses(ExitCode code, String... words) {
    var refused = assertThrows(UserException.class, this::run);
    assertEquals(code, refused.exitCode());
    for (String word : words) {
      assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
  }
}
