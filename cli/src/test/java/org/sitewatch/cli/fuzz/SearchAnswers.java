package org.sitewatch.cli.fuzz;

import static org.sitewatch.cli.fuzz.WrongValueException.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.source.WebClient;
import org.sitewatch.ingest.stac.search.FoundScene;
import org.sitewatch.ingest.stac.search.SceneSearch;
import org.sitewatch.ingest.stac.search.SearchQuestion;
import org.sitewatch.ingest.stac.search.SearchResult;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/** A STAC API on this machine that answers with damaged pages, or whose landing page is one. */
final class SearchAnswers {
  private static final String LANDING =
      "{'type':'Catalog','id':'test','stac_version':'1.0.0','conformsTo':["
          + "'https://api.stacspec.org/v1.0.0/core','https://api.stacspec.org/v1.0.0/item-search',"
          + "'https://api.stacspec.org/v1.0.0/item-search#query'],'links':["
          + "{'rel':'search','href':'/stac/search'},"
          + "{'rel':'search','method':'POST','href':'/stac/search'},"
          + "{'rel':'data','href':'/stac/collections'}]}";

  private final HttpServer server;
  private final WebClient client = new SourceDoor(SceneDocuments.IMPATIENT).client();
  private final Site site = site();
  private final byte[] landing = SceneDocuments.json(LANDING);
  private final List<byte[]> documents = new ArrayList<>();
  private volatile byte[] landingAnswer = landing;
  private volatile byte[] pageAnswer = landing;

  SearchAnswers() throws IOException {
    String items = SceneDocuments.item("a", "s2") + "," + SceneDocuments.item("b", "s2");
    documents.add(
        SceneDocuments.json(
            "{'type':'FeatureCollection','numberMatched':2,'features':["
                + items
                + "],'links':[]}"));
    documents.add(
        SceneDocuments.json(
            "{'type':'FeatureCollection','features':["
                + items
                + "],'links':[{'rel':'next','href':'/stac/search?page=2','method':'POST',"
                + "'merge':true,'body':{'token':'x'}}]}"));
    documents.add(landing);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private static Site site() {
    var factory = new GeometryFactory();
    var square = (Polygon) factory.toGeometry(new Envelope(102.34, 102.35, 47.24, 47.25));
    MultiPolygon core = factory.createMultiPolygon(new Polygon[] {square});
    return new Site("a", "a", Map.of(Zone.CORE, core), 3, "", new TreeMap<>());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      byte[] body = exchange.getRequestURI().getPath().equals("/stac") ? landingAnswer : pageAnswer;
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  FuzzTarget target() {
    DocumentTarget.Maker maker = SceneDocuments.damaged(documents);
    return new DocumentTarget(
        "search",
        chance -> FuzzInput.of(maker.make(chance).bytes()),
        input -> takes(input.bytes()),
        4);
  }

  /** A landing page is told by what it was made of. */
  private boolean takes(byte[] bytes) {
    boolean isLanding =
        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("conformsTo");
    landingAnswer = isLanding ? bytes : landing;
    pageAnswer = isLanding ? documents.get(0) : bytes;
    var address =
        (WebAddress) Location.of("http://127.0.0.1:" + server.getAddress().getPort() + "/stac");
    var question =
        new SearchQuestion(
            List.of("s2"),
            LocalDate.of(2024, 5, 1),
            Optional.of(LocalDate.of(2024, 5, 31)),
            OptionalDouble.of(80),
            50);
    SearchResult result =
        SceneSearch.open(client, address, question, List.of(site), Optional.empty())
            .run((done, of, pages, items) -> {});
    for (FoundScene scene : result.scenes()) {
      check(scene.taken().footprint().isValid(), "an invalid footprint");
      check(scene.taken().footprint().intersects(site.area()), "a scene elsewhere");
      LocalDate day = scene.taken().datetime().atZone(java.time.ZoneOffset.UTC).toLocalDate();
      check(day.getYear() == 2024 && day.getMonthValue() == 5, "a scene of " + day);
    }
    return !result.scenes().isEmpty();
  }
}
