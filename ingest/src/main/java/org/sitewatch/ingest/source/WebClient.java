package org.sitewatch.ingest.source;

import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Asks servers, again where it failed for a reason that passes, for a bounded time. Connections are
 * kept and shared; for any number of threads. Every failure is a {@link WebException}.
 */
public final class WebClient {
  /** Requests of one server under way at a time, beside those that somebody waits for already. */
  private static final int WORKERS = 16;

  private static final Map<WebLimits, WebClient> CLIENTS = new ConcurrentHashMap<>();

  private final WebLimits limits;
  private final HttpClient http;
  private final Map<String, ThreadPoolExecutor> workers = new ConcurrentHashMap<>();
  private final HostHealth health = new HostHealth();

  private WebClient(WebLimits limits) {
    this.limits = limits;
    http =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The one client of this process with these limits. */
  public static WebClient with(WebLimits limits) {
    return CLIENTS.computeIfAbsent(limits, WebClient::new);
  }

  /**
   * A whole document.
   *
   * @param headers further ones that a server asked for
   * @param mostBytes a longer one is refused
   */
  public WebAnswer get(WebAddress address, Map<String, String> headers, int mostBytes)
      throws WebException {
    return ask(WebRequest.get(address.uri(), headers, mostBytes));
  }

  /** What a server answers to a JSON document. */
  public WebAnswer postJson(
      WebAddress address, byte[] json, Map<String, String> headers, int mostBytes)
      throws WebException {
    return ask(WebRequest.post(address.uri(), json, headers, mostBytes));
  }

  /**
   * Threads that wait for answers. Each server has its own, so that files of one do not wait until
   * another that is down has been given up.
   */
  ExecutorService workers(String server) {
    return workers.computeIfAbsent(server, any -> pool());
  }

  private static ThreadPoolExecutor pool() {
    var pool =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "web");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Also for ranges: the status of the answer is 200, 206 or 416 there. */
  WebAnswer ask(WebRequest request) throws WebException {
    health.check(request.address());
    long end = System.nanoTime() + limits.total(request.expectedBytes()).toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        WebAnswer answer = new WebAttempt(http, limits, end).follow(request);
        health.answered(request.address());
        return answer;
      } catch (WebException refused) {
        if (refused.fault() == WebFault.MISSING || refused.fault() == WebFault.DENIED) {
          health.answered(request.address());
        }
        throw refused;
      } catch (WebAttempt.AskAgain failed) {
        Duration pause = failed.pause().orElse(limits.pauseAfter(attempt));
        boolean isLast = attempt == limits.attempts();
        if (isLast || System.nanoTime() + pause.toNanos() >= end) {
          health.gaveUp(request.address());
          throw failed.problem().after(attempt);
        }
        sleep(pause, request.address());
      }
    }
  }

  private static void sleep(Duration pause, URI address) throws WebException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException stopped) {
      throw interrupted(address, stopped);
    }
  }

  static WebException interrupted(URI address, InterruptedException stopped) {
    Thread.currentThread().interrupt();
    var cause = new InterruptedIOException("interrupted");
    cause.initCause(stopped);
    return new WebException(WebFault.WRONG, address, "reading was interrupted", cause);
  }
}
