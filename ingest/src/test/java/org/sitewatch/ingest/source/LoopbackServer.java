package org.sitewatch.ingest.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers as a test wants; remembers what was asked. */
final class LoopbackServer implements Closeable {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  LoopbackServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    server.setExecutor(threads);
    server.start();
  }

  LoopbackServer at(String path, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          String range = exchange.getRequestHeaders().getFirst("Range");
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + range);
          try (exchange) {
            handler.handle(exchange);
          }
        });
    return this;
  }

  WebAddress address(String path) {
    return WebAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Method, address and range of every request, in the order they came. */
  List<String> asked() {
    return asked;
  }

  /** Serves a file with its ranges, as a good server does. */
  static HttpHandler file(byte[] bytes, String etag) {
    return exchange -> {
      String range = exchange.getRequestHeaders().getFirst("Range");
      String[] ends = range.substring("bytes=".length()).split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Math.min(Integer.parseInt(ends[1]), bytes.length - 1);
      exchange.getResponseHeaders().set("ETag", etag);
      answer(
          exchange,
          206,
          Map.of("Content-Range", "bytes " + first + "-" + last + "/" + bytes.length),
          Arrays.copyOfRange(bytes, first, last + 1));
    };
  }

  static HttpHandler status(int status, Map<String, String> headers) {
    return exchange -> answer(exchange, status, headers, "sorry".getBytes());
  }

  static void answer(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
