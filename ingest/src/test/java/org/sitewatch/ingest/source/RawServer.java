package org.sitewatch.ingest.source;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that writes what it likes on the wire, also what no HTTP server would. */
final class RawServer implements Closeable {
  private final ServerSocket socket;
  private final AtomicInteger connections = new AtomicInteger();

  /** What is written on a connection after a request was read; then it is closed. */
  @FunctionalInterface
  interface Talk {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  RawServer(Talk talk) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    var thread = new Thread(() -> serve(talk), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static byte[] ascii(String text) {
    return text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  WebAddress address() {
    return WebAddress.of("http://127.0.0.1:" + socket.getLocalPort() + "/file.tif?key=secret");
  }

  int connections() {
    return connections.get();
  }

  private void serve(Talk talk) {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        var thread = new Thread(() -> answer(connection, talk), "raw-answer");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void answer(Socket connection, Talk talk) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
      talk.write(connection.getOutputStream());
    } catch (IOException hungUp) {
      // the client had enough
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
