package org.sitewatch.ingest.source;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long a server is waited for and how often it is asked.
 *
 * @param connect until there is a connection
 * @param answer for one request, until the last byte of its answer; large answers get a second more
 *     for each {@link #SLOWEST_BYTES_PER_SECOND}
 * @param total for a request with all its repetitions and pauses; longer for large answers as well
 * @param attempts how often a request is sent at most
 * @param firstPause before the second attempt; each further one is twice as long
 * @param longestPause also of those a server asks for ({@code Retry-After})
 */
public record WebLimits(
    Duration connect,
    Duration answer,
    Duration total,
    int attempts,
    Duration firstPause,
    Duration longestPause)
    implements Serializable {
  public static final int SLOWEST_BYTES_PER_SECOND = 32 << 10;

  public static final WebLimits DEFAULT =
      new WebLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          6,
          Duration.ofMillis(500),
          Duration.ofSeconds(30));

  public WebLimits {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be >= 1, got " + attempts);
    }
  }

  Duration answer(long bytes) {
    return answer.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
  }

  Duration total(long bytes) {
    return total.plusSeconds(bytes / SLOWEST_BYTES_PER_SECOND);
  }

  /** Before the attempt after this one, counted from 1. */
  Duration pauseAfter(int attempt) {
    Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
