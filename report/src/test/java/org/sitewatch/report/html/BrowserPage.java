package org.sitewatch.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One page of a {@link Chromium}: what a reader does, and what the browser complains of. */
final class BrowserPage implements AutoCloseable {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int PATIENCE_S = 30;

  private final WebSocket socket;
  private final AtomicInteger calls = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  BrowserPage(URI address) throws IOException {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Ear()).join();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
  }

  /** Loads a file and waits until it says that it is ready. */
  void open(Path file, String fragment) throws IOException {
    requests.clear();
    call("Page.navigate", Map.of("url", "about:blank"));
    await("location.href === 'about:blank'"); // the page before would say that it is ready
    call("Page.navigate", Map.of("url", file.toUri() + fragment));
    await("document.documentElement?.classList.contains('is-ready')");
  }

  void resize(int width, int height) throws IOException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** What an expression gives, as JSON; a promise is waited for. */
  JsonNode ask(String expression) throws IOException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  void await(String condition) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!ask("Boolean(" + condition + ")").asBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + condition);
      }
      pause();
    }
  }

  /** With the mouse, in the middle of the first element of that kind. */
  void click(String selector) throws IOException {
    click(selector, 0.5);
  }

  /**
   * @param share of its width at which it is clicked
   */
  void click(String selector, double share) throws IOException {
    JsonNode at = pointIn(selector, share);
    mouse("mousePressed", at, 1);
    mouse("mouseReleased", at, 1);
  }

  /** A pointer that comes again, for a page that is still being drawn overlooks it once. */
  void hoverUntil(String selector, String condition) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    do {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + condition);
      }
      mouse("mouseMoved", pointIn(selector, 0.4), 0);
      mouse("mouseMoved", pointIn(selector, 0.5), 0);
      pause();
    } while (!ask("Boolean(" + condition + ")").asBoolean());
  }

  /** As {@code KeyboardEvent.key} names it. */
  void press(String key) throws IOException {
    for (String type : List.of("keyDown", "keyUp")) {
      ObjectNode event = MAPPER.createObjectNode().put("type", type).put("key", key);
      Integer code = Map.of("ArrowDown", 40, "ArrowRight", 39, "Escape", 27, "Tab", 9).get(key);
      if (code != null) {
        event.put("windowsVirtualKeyCode", code).put("code", key);
      } else if (type.equals("keyDown")) {
        event.put("text", key);
      }
      call("Input.dispatchKeyEvent", MAPPER.convertValue(event, Map.class));
    }
  }

  void type(String text) throws IOException {
    call("Input.insertText", Map.of("text", text));
  }

  /** Errors and warnings since the page was made: of scripts, of the policy, of anything. */
  List<String> complaints() {
    return complaints;
  }

  /** What was complained of on purpose; the browser would tell it again to the next who listens. */
  void forgetComplaints() throws IOException {
    call("Log.clear", Map.of());
    complaints.clear();
  }

  /** Addresses that were asked for since the last {@link #open}. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private JsonNode pointIn(String selector, double share) throws IOException {
    String element = "document.querySelector(" + MAPPER.writeValueAsString(selector) + ")";
    return ask(
        "(() => { const e = "
            + element
            + "; e.scrollIntoView({block: 'center', behavior: 'instant'});"
            + " const b = e.getBoundingClientRect();"
            + " return {x: b.x + b.width * "
            + share
            + ", y: b.y + b.height / 2}; })()");
  }

  private void mouse(String type, JsonNode at, int clicks) throws IOException {
    call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            at.path("x").asDouble(),
            "y",
            at.path("y").asDouble(),
            "button",
            clicks > 0 ? "left" : "none",
            "clickCount",
            clicks));
  }

  private JsonNode call(String method, Map<?, ?> parameters) throws IOException {
    int number = calls.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    answers.put(number, answer);
    ObjectNode call = MAPPER.createObjectNode().put("id", number).put("method", method);
    call.set("params", MAPPER.valueToTree(parameters));
    socket.sendText(call.toString(), true).join();
    try {
      JsonNode got = answer.get(PATIENCE_S, TimeUnit.SECONDS);
      if (got.has("error")) {
        throw new IOException(method + ": " + got.path("error"));
      }
      return got.path("result");
    } catch (InterruptedException | ExecutionException | TimeoutException lost) {
      throw new IOException(method + " got no answer", lost);
    }
  }

  private void hear(JsonNode told) {
    if (told.has("id")) {
      answers.remove(told.path("id").asInt()).complete(told);
      return;
    }
    JsonNode details = told.path("params");
    switch (told.path("method").asText()) {
      case "Runtime.exceptionThrown" -> complaints.add(details.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(details.path("args").toString());
      case "Log.entryAdded" -> complaints.add(details.path("entry").path("text").asText());
      case "Network.requestWillBeSent" ->
          requests.add(details.path("request").path("url").asText());
      default -> {
        // Of no interest here.
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Joins the parts of a message. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder heard = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      heard.append(part);
      if (last) {
        String whole = heard.toString();
        heard.setLength(0);
        try {
          hear(MAPPER.readTree(whole));
        } catch (IOException malformed) {
          complaints.add(malformed.toString());
        }
      }
      from.request(1);
      return null;
    }
  }
}
