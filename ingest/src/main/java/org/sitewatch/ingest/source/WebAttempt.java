package org.sitewatch.ingest.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** A request sent once, redirects followed. */
final class WebAttempt {
  private static final int MOST_REDIRECTS = 5;

  /** Answers that are not what was asked for are read, so that the connection can be kept. */
  private static final int MOST_ERROR_BYTES = 64 << 10;

  private final HttpClient http;
  private final WebLimits limits;
  private final long end;

  /** A failure that may pass. */
  static final class AskAgain extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Optional<Duration> pause;

    AskAgain(WebException problem, Optional<Duration> pause) {
      super(problem);
      this.pause = pause;
    }

    WebException problem() {
      return (WebException) getCause();
    }

    /** What the server asked for, at most the longest pause. */
    Optional<Duration> pause() {
      return pause;
    }
  }

  /**
   * @param end by {@link System#nanoTime}, when nobody waits any more
   */
  WebAttempt(HttpClient http, WebLimits limits, long end) {
    this.http = http;
    this.limits = limits;
    this.end = end;
  }

  WebAnswer follow(WebRequest request) throws WebException, AskAgain {
    WebRequest current = request;
    for (int redirects = 0; ; redirects++) {
      HttpResponse<byte[]> response = send(current, request.address());
      if (!Redirect.is(response.statusCode())) {
        check(request, response);
        return new WebAnswer(
            current.address(), response.statusCode(), response.headers(), response.body());
      }
      if (redirects == MOST_REDIRECTS) {
        throw new WebException(
            WebFault.LED_AWAY, request.address(), "leads through more than 5 redirects");
      }
      current = current.at(Redirect.target(current, response, request.address()));
    }
  }

  private HttpResponse<byte[]> send(WebRequest request, URI first) throws WebException, AskAgain {
    Duration given = limits.answer(request.expectedBytes());
    long nanos = Math.max(1, Math.min(given.toNanos(), end - System.nanoTime()));
    BodyHandler<byte[]> body =
        info -> {
          boolean wanted = request.isAnsweredBy(info.statusCode());
          return new BoundedBody(info, wanted ? request.mostBytes() : MOST_ERROR_BYTES, wanted);
        };
    CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request.toHttp(), body);
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      throw WebClient.interrupted(first, stopped);
    } catch (TimeoutException slow) {
      throw again(
          WebFault.SLOW,
          first,
          "did not answer in full within " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " s",
          slow);
    } catch (ExecutionException failed) {
      throw explain(failed.getCause(), request, first);
    } finally {
      answer.cancel(true);
    }
  }

  private AskAgain explain(Throwable problem, WebRequest request, URI first) throws WebException {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof BoundedBody.TooLong) {
        throw new WebException(
            WebFault.TOO_LONG,
            first,
            "answers with more than the " + request.mostBytes() + " bytes that are taken",
            problem);
      }
      if (cause instanceof UnresolvedAddressException) {
        return again(
            WebFault.UNREACHABLE, first, "its host '" + first.getHost() + "' is not known", cause);
      }
    }
    if (problem instanceof SSLException) {
      throw new WebException(
          WebFault.UNREACHABLE, first, "no secure connection: " + problem.getMessage(), problem);
    }
    if (problem instanceof HttpTimeoutException) {
      return again(
          WebFault.SLOW,
          first,
          "no connection within " + limits.connect().toSeconds() + " s",
          problem);
    }
    if (problem instanceof ConnectException) {
      return again(WebFault.UNREACHABLE, first, "its server cannot be reached", problem);
    }
    if (problem instanceof IOException) {
      return again(
          WebFault.UNREACHABLE,
          first,
          "the answer broke off (" + problem.getMessage() + ")",
          problem);
    }
    throw new IllegalStateException(problem);
  }

  private void check(WebRequest request, HttpResponse<byte[]> response)
      throws WebException, AskAgain {
    int status = response.statusCode();
    URI address = request.address();
    if (request.isAnsweredBy(status)) {
      checkEncoding(response, address);
      return;
    }
    switch (status) {
      case 404, 410 ->
          throw new WebException(WebFault.MISSING, address, "not there (status " + status + ")");
      case 401, 403 ->
          throw new WebException(
              WebFault.DENIED,
              address,
              "access denied (status "
                  + status
                  + "); if its address was signed, it has run out: add the scene again");
      case 429 -> throw busy(WebFault.BUSY, response, address, "too many requests (status 429)");
      case 500, 502, 503, 504 ->
          throw busy(
              WebFault.OUT_OF_ORDER, response, address, "its server fails (status " + status + ")");
      default -> {
        String words = ServerWords.of(response.body());
        throw new WebException(
            WebFault.WRONG,
            address,
            "answered with status "
                + status
                + (words.isEmpty() ? ", expected 200" : " and the words '" + words + "'"));
      }
    }
  }

  private static void checkEncoding(HttpResponse<byte[]> response, URI address)
      throws WebException {
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw new WebException(
          WebFault.WRONG,
          address,
          "answered in the encoding '" + encoding + "' that was not asked for");
    }
  }

  private AskAgain busy(
      WebFault fault, HttpResponse<byte[]> response, URI address, String problem) {
    Optional<Duration> pause =
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(WebAttempt::seconds)
            .map(
                asked ->
                    asked.compareTo(limits.longestPause()) < 0 ? asked : limits.longestPause());
    return new AskAgain(new WebException(fault, address, problem), pause);
  }

  private static AskAgain again(WebFault fault, URI address, String problem, Throwable cause) {
    return new AskAgain(new WebException(fault, address, problem, cause), Optional.empty());
  }

  /** {@code Retry-After}: seconds, or a date. */
  private static Optional<Duration> seconds(String word) {
    try {
      if (word.strip().matches("[0-9]{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(word.strip())));
      }
      var date = ZonedDateTime.parse(word, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration until = Duration.between(Instant.now(), date);
      return Optional.of(until.isNegative() ? Duration.ZERO : until);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
