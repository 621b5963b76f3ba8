package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sitewatch.cli.Ran.sitewatch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenes behind HTTP are scanned as those on disk are, and their keys are kept to ourselves. */
class HttpScenesTest {
  private static final String SCENE = "S2_20240802";
  private static final int PARTIAL = 5;
  private static final int UNAVAILABLE = 4;

  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms
  }

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
  private HttpServer server;
  private SmallWorkspace local;
  private SmallWorkspace remote;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    local = empty("local");
    remote = empty("remote");
    local.scenes().pass("2024-08-02", false);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private SmallWorkspace empty(String name) {
    var workspace = SmallWorkspace.empty(folder.resolve(name));
    workspace.importSites(
        SmallSites.write(folder.resolve("in/sites.geojson"), SmallSites.standard()));
    return workspace;
  }

  /** The files of the local workspace's images, with ranges. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    try (exchange) {
      int status = statuses.getOrDefault(path, 200);
      byte[] body =
          status == 200
              ? Files.readAllBytes(local.scenes().folder().resolve("." + path))
              : new byte[0];
      String range = exchange.getRequestHeaders().getFirst("Range");
      if (range != null && status == 200) {
        String[] ends = range.substring("bytes=".length()).split("-");
        int first = Integer.parseInt(ends[0]);
        int last = Math.min(Integer.parseInt(ends[1]), body.length - 1);
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + first + "-" + last + "/" + body.length);
        body = Arrays.copyOfRange(body, first, last + 1);
        status = 206;
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
  }

  private Ran addRemote(Object... more) {
    return remote.run("ingest", "add", more);
  }

  private Ran ingest(SmallWorkspace workspace) {
    return sitewatch("ingest", "--workspace", workspace.root());
  }

  private static Map<String, String> tiles(SmallWorkspace workspace) {
    return SmallWorkspace.contents(workspace.root().resolve("tiles"));
  }

  private void changeItem(Consumer<ObjectNode> change) {
    Path item = local.scenes().folder().resolve(SCENE + ".json");
    ObjectNode document = SmallScenes.read(item);
    change.accept(document);
    SmallScenes.write(item, document);
  }

  private void sign(String key) {
    changeItem(
        item ->
            item.path("assets")
                .forEach(
                    asset ->
                        ((ObjectNode) asset)
                            .put(
                                "href",
                                asset.path("href").asText().split("\\?")[0] + "?sig=" + key)));
  }

  private static void hides(Ran ran) {
    assertFalse((ran.out() + ran.err()).contains("secret"), ran.out() + ran.err());
  }

  @Test
  void theSameTilesAreCut() {
    local.add(List.of(local.scenes().folder().resolve(SCENE + ".json"))).exits(0);
    ingest(local).exits(0);
    addRemote(address(SCENE + ".json")).exits(0);
    ingest(remote).exits(0);
    assertFalse(tiles(local).isEmpty());
    assertEquals(tiles(local), tiles(remote));
  }

  @Test
  void aBareImageByItsAddressIsAdded() {
    addRemote(address(SCENE + "/red.tif?sig=secret"), "--bands", "red", "--datetime", "2024-08-02")
        .exits(0)
        .says("1 scene added");
    assertTrue(Files.exists(remote.root().resolve("scenes/red_20240802.json")));
  }

  @Test
  void aCatalogLeadsToItsItems() throws IOException {
    Files.writeString(
        local.scenes().folder().resolve("catalog.json"),
        "{\"type\":\"Catalog\",\"links\":[{\"rel\":\"item\",\"href\":\"./%s.json\"}]}"
            .formatted(SCENE));
    addRemote(address("catalog.json")).exits(0).says("1 scene added");
  }

  @Test
  void aDocumentOfTheWebDoesNotLeadToFiles() {
    changeItem(
        item ->
            ((ObjectNode) item.path("assets").path("red"))
                .put("href", local.scenes().file(SCENE, "red").toUri().toString()));
    addRemote(address(SCENE + ".json")).exits(UNAVAILABLE).says("from the web to a file");
  }

  @Test
  void anAddressThatWasSignedAnewIsKeptAndShownToNobody() throws IOException {
    sign("secret1");
    hides(addRemote(address(SCENE + ".json?key=secret"), "--json").exits(0));
    hides(ingest(remote).exits(0));
    Map<String, String> before = tiles(remote);
    sign("secret2");
    Ran again =
        addRemote(address(SCENE + ".json?key=secret")).exits(0).says("0 scenes added, 1 known");
    hides(again);
    assertEquals(before, tiles(remote));
    Path item = remote.root().resolve("scenes/" + SCENE + ".json");
    assertTrue(Files.readString(item).contains("sig=secret2"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(item)));
  }

  @Test
  void whatIsNotThereAnyMoreIsSaidWithACure() {
    addRemote(address(SCENE + ".json")).exits(0);
    statuses.put("/" + SCENE + "/swir16.tif", 404);
    String moved = "not there (status 404); add the scene again if its image was moved";
    ingest(remote).exits(PARTIAL).says("swir16.tif: " + moved);
  }

  @Test
  void whatIsDeniedFailsWithoutItsKeyAndIsReadLater() {
    sign("secret");
    addRemote(address(SCENE + ".json")).exits(0);
    statuses.put("/" + SCENE + "/swir16.tif", 403);
    Ran partly = ingest(remote).exits(PARTIAL).says("swir16.tif: access denied (status 403)");
    hides(partly);
    tiles(remote).forEach((name, text) -> assertFalse(text.contains("secret"), name));
    assertTrue(tiles(remote).keySet().stream().anyMatch(name -> name.endsWith(".failed")));
    statuses.clear();
    asked.clear();
    ingest(remote).exits(0);
    assertTrue(asked.stream().allMatch(path -> path.endsWith("swir16.tif")), asked.toString());
    assertFalse(tiles(remote).keySet().stream().anyMatch(name -> name.endsWith(".failed")));
  }
}
