package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a small STAC API that also serves the images, by ranges. */
final class IngestSearchTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;
  private SmallWorkspace workspace;
  private HttpServer server;
  private String base;
  private List<Path> items;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    workspace = SmallWorkspace.empty(folder.resolve("workspace"));
    workspace.importSites(SmallSites.write(folder.resolve("sites.geojson"), SmallSites.standard()));
    items = new SmallWorkspace(folder.resolve("server")).writePasses();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.endsWith(".tif")) {
        sendRange(exchange, Files.readAllBytes(folder.resolve("server" + path)));
        return;
      }
      byte[] body = (path.equals("/search") ? page() : landing()).toString().getBytes();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void sendRange(HttpExchange exchange, byte[] bytes) throws IOException {
    String[] ends = exchange.getRequestHeaders().getFirst("Range").split("[=-]");
    int first = Integer.parseInt(ends[1]);
    int last = Math.min(Integer.parseInt(ends[2]), bytes.length - 1);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + first + "-" + last + "/" + bytes.length);
    exchange.sendResponseHeaders(206, last - first + 1);
    exchange.getResponseBody().write(Arrays.copyOfRange(bytes, first, last + 1));
  }

  private ObjectNode landing() {
    ObjectNode root = MAPPER.createObjectNode().put("stac_version", "1.0.0").put("id", "small");
    root.putArray("conformsTo").add("https://api.stacspec.org/v1.0.0/item-search");
    root.putArray("links").addObject().put("rel", "search").put("href", base + "/search");
    return root;
  }

  private ObjectNode page() throws IOException {
    ObjectNode page = MAPPER.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = page.putArray("features");
    for (Path item : items) {
      ObjectNode node = (ObjectNode) MAPPER.readTree(item.toFile());
      node.putArray("links").addObject().put("rel", "self").put("href", base + "/imagery/x.json");
      features.add(node);
    }
    return page.put("numberMatched", items.size());
  }

  private Ran search(Object... more) {
    var words = new ArrayList<Object>(List.of("--api", base, "--collections", "sentinel-2-l2a"));
    words.addAll(List.of(more));
    return workspace.run("ingest", "search", words.toArray());
  }

  @Test
  void whatIsFoundIsRegisteredAndWhatIsSavedGivesTheSame() {
    search("--since", "2024-08-01").exits(0).says("6 scenes added");
    search("--since", "2024-08-01").exits(0).says("0 scenes added, 6 known");
    SmallWorkspace other = SmallWorkspace.empty(folder.resolve("other"));
    other.importSites(workspace.registry());
    Path file = folder.resolve("found.json");
    Ran saved = search("--since", "2024-08-01", "--save", file).exits(0);
    assertEquals(file, saved.path());
    other.add(List.of(file)).exits(0);
    assertEquals(
        SmallWorkspace.contents(workspace.root().resolve("scenes")),
        SmallWorkspace.contents(other.root().resolve("scenes")));
    workspace.scanWeek(SmallWorkspace.SECOND_WEEK).exits(0);
  }

  @Test
  void aFileWithKeysIsForItsOwnerOnly() throws IOException {
    Path file = folder.resolve("signed.json");
    NewFile.writeSecret(file, new byte[] {1}, false);
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void daysAreLimitedAndARehearsalWritesNothing() {
    Ran ran = search("--since", "2024-08-12", "--until", "2024-09-01", "--dry-run", "--json");
    ran.exits(0).says("did not keep to the days it was asked for: 4");
    assertTrue(ran.out().contains("\"scenes\":2"), ran.out());
    assertFalse(Files.exists(workspace.root().resolve("scenes/S2_20240901.json")));
  }

  @Test
  void whatMatchesIsCounted() {
    assertEquals("6", search("--since", "2024-08-01", "--matched").exits(0).out().strip());
  }

  @Test
  void usersMistakesEndInOneSentence() throws IOException {
    search().refuses(2, "say --since");
    workspace.run("ingest", "search", "--since", "2024-08-01").refuses(2, "--profile", "--api");
    search("--since", "2024-08-01", "--until", "2024-08-01").refuses(2, "no day is after");
    search("--since", "2024-08-01", "--max-cloud", "101").refuses(2, "0 to 100 percent");
    workspace
        .run("ingest", "search", "--since", "2024-08-01", "--profile", "earth-search")
        .refuses(2, "did you mean 'earth-search-s2'");
    Path file = Files.writeString(folder.resolve("there.json"), "x");
    search("--since", "2024-08-01", "--save", file).refuses(2, "exists", "--force");
  }

  @Test
  void theKnownCataloguesAreListedWithoutAWorkspace() {
    Ran list = sitewatch("ingest", "search", "--profiles").exits(0);
    for (String name : List.of("earth-search-s2: ", "planetary-computer-s1: ", "terms: ")) {
      assertTrue(list.out().contains(name), list.out());
    }
  }
}
