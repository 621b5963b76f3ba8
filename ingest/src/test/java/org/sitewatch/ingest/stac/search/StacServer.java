package org.sitewatch.ingest.stac.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.WebAddress;

/**
 * A STAC API 1.0 on this machine: landing page, item search by POST and GET with collections,
 * datetime, intersects, bbox and the query extension, paging by next links with merge. What it
 * cannot do, or does badly, is switched by its fields.
 */
final class StacServer implements Closeable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final List<ObjectNode> items = new ArrayList<>();
  final List<String> asked = new CopyOnWriteArrayList<>();
  String version = "1.0.0";
  boolean posts = true;
  boolean query = true;
  boolean ignoresAll;
  boolean tellsCount = true;
  int pageSize = 2;

  /** What is answered to a search instead, given how often one was asked for. */
  java.util.function.IntFunction<Optional<String>> instead = count -> Optional.empty();

  private final HttpServer server;
  private int searches;

  StacServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  WebAddress address() {
    return (WebAddress) Location.of(base());
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/stac";
  }

  /** A scene of a square of some degrees. */
  ObjectNode add(String id, String datetime, double west, double south, double side_degrees) {
    ObjectNode item = MAPPER.createObjectNode().put("type", "Feature").put("id", id);
    item.put("stac_version", "1.0.0").put("collection", "scenes");
    item.putObject("properties").put("datetime", datetime).put("platform", "p");
    ObjectNode geometry = item.putObject("geometry").put("type", "Polygon");
    ArrayNode ring = geometry.putArray("coordinates").addArray();
    double[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}};
    for (double[] corner : corners) {
      ring.addArray().add(west + corner[0] * side_degrees).add(south + corner[1] * side_degrees);
    }
    item.putObject("assets").putObject("red").put("href", "./" + id + ".tif");
    items.add(item);
    return item;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
      if (path.equals("/stac/search")) {
        Optional<String> other = instead.apply(++searches);
        send(exchange, 200, other.orElseGet(() -> search(exchange, body)));
      } else if (path.equals("/stac")) {
        send(exchange, 200, landing().toString());
      } else {
        send(exchange, path.equals("/stac/collections/scenes") ? 200 : 404, "{}");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private ObjectNode landing() {
    ObjectNode root = MAPPER.createObjectNode().put("type", "Catalog").put("id", "test");
    root.put("stac_version", version);
    ArrayNode classes = root.putArray("conformsTo");
    classes.add("https://api.stacspec.org/v1.0.0/core");
    classes.add("https://api.stacspec.org/v1.0.0/item-search");
    if (query) {
      classes.add("https://api.stacspec.org/v1.0.0/item-search#query");
    }
    ArrayNode links = root.putArray("links");
    links.addObject().put("rel", "search").put("href", base() + "/search");
    links.addObject().put("rel", "data").put("href", base() + "/collections");
    if (posts) {
      links.addObject().put("rel", "search").put("method", "POST").put("href", base() + "/search");
    }
    return root;
  }

  private String search(HttpExchange exchange, String body) {
    try {
      boolean post = exchange.getRequestMethod().equals("POST");
      JsonNode question =
          post ? MAPPER.readTree(body) : ofQuery(exchange.getRequestURI().getRawQuery());
      List<ObjectNode> found = items.stream().filter(item -> fits(item, question)).toList();
      int first = question.path("token").asInt(0);
      int last = Math.min(found.size(), first + pageSize);
      ObjectNode page = MAPPER.createObjectNode().put("type", "FeatureCollection");
      page.putArray("features").addAll(found.subList(first, last));
      if (tellsCount) {
        page.put("numberMatched", found.size());
      }
      ArrayNode links = page.putArray("links");
      if (last < found.size() && post) {
        ObjectNode next = links.addObject().put("rel", "next").put("method", "POST");
        next.put("href", base() + "/search").put("merge", true);
        next.putObject("body").put("token", last);
      } else if (last < found.size()) {
        String plain = exchange.getRequestURI().toString().replaceFirst("&token=\\d+", "");
        links.addObject().put("rel", "next").put("href", plain + "&token=" + last);
      }
      return page.toString();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static ObjectNode ofQuery(String words) {
    ObjectNode question = MAPPER.createObjectNode();
    for (String word : words.split("&")) {
      String[] parts = word.split("=", 2);
      String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      if (parts[0].equals("collections") || parts[0].equals("bbox")) {
        ArrayNode list = question.putArray(parts[0]);
        Arrays.stream(value.split(",")).forEach(list::add);
      } else {
        question.put(parts[0], value);
      }
    }
    return question;
  }

  private boolean fits(ObjectNode item, JsonNode question) {
    if (ignoresAll) {
      return true;
    }
    boolean known = false;
    for (JsonNode collection : question.path("collections")) {
      known |= collection.asText().equals(item.path("collection").asText());
    }
    String[] ends = question.path("datetime").asText().split("/");
    String datetime = item.path("properties").path("datetime").asText();
    boolean inTime =
        !Instant.parse(datetime).isBefore(Instant.parse(ends[0]))
            && (ends[1].equals("..") || !Instant.parse(datetime).isAfter(Instant.parse(ends[1])));
    JsonNode most = question.path("query").path("eo:cloud_cover").path("lte");
    JsonNode cloud = item.path("properties").path("eo:cloud_cover");
    boolean clear = most.isMissingNode() || cloud.isNumber() && cloud.asDouble() <= most.asDouble();
    return known
        && inTime
        && clear
        && area(question).intersects(FootprintReader.read(item.path("geometry")));
  }

  private static Geometry area(JsonNode question) {
    JsonNode box = question.path("bbox");
    return box.isArray()
        ? new GeometryFactory()
            .toGeometry(
                new Envelope(
                    box.get(0).asDouble(),
                    box.get(2).asDouble(),
                    box.get(1).asDouble(),
                    box.get(3).asDouble()))
        : FootprintReader.read(question.path("intersects"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
