package org.sitewatch.report.html;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Chromium without a window, spoken to over its own protocol: nothing has to be installed else.
 */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final int START_S = 30;

  private final Path folder;
  private final Process process;
  private final int port;

  /**
   * @param folder empty, for its profile
   */
  Chromium(Path program, Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                // The kernel of a container may not let it shut itself in; it is shown our page
                // only.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    port = portOf(folder.resolve("DevToolsActivePort"));
  }

  /** On the path, or where the environment variable CHROMIUM says. */
  static Optional<Path> find() {
    String named = System.getenv("CHROMIUM");
    if (named != null && !named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return NAMES.stream()
        .flatMap(
            name -> Stream.of(path.split(java.io.File.pathSeparator)).map(d -> Path.of(d, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The page it starts with. */
  BrowserPage page() throws IOException, InterruptedException {
    var asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    String pages =
        HttpClient.newHttpClient().send(asked, HttpResponse.BodyHandlers.ofString()).body();
    for (var page : BrowserPage.MAPPER.readTree(pages)) {
      if (page.path("type").asText().equals("page")) {
        return new BrowserPage(URI.create(page.path("webSocketDebuggerUrl").asText()));
      }
    }
    throw new IOException("no page among " + pages);
  }

  @Override
  public void close() {
    var all = new ArrayList<ProcessHandle>(process.descendants().toList());
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    // Links to places outside that it leaves behind when it is stopped.
    for (String link : List.of("SingletonLock", "SingletonSocket", "SingletonCookie")) {
      folder.resolve(link).toFile().delete();
    }
  }

  private int portOf(Path file) throws IOException, InterruptedException {
    for (int i = 0; i < START_S * 20; i++) {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() > 1) {
          return Integer.parseInt(lines.get(0));
        }
      }
      if (!process.isAlive()) {
        throw new IOException("Chromium ended with " + process.exitValue());
      }
      Thread.sleep(50);
    }
    throw new IOException("Chromium did not start within " + START_S + " s");
  }
}
