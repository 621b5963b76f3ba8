package org.sitewatch.cli;

import java.time.Duration;

/**
 * Tells how far a job is: on a terminal a line that is written over, elsewhere a line every ten
 * seconds.
 */
final class Progress {
  private static final Duration LINE_EVERY = Duration.ofSeconds(10);
  private static final Duration REDRAW_EVERY = Duration.ofMillis(200);

  private final String job;
  private final String things;
  private final Log log;
  private final boolean terminal = System.console() != null;
  private final long started = System.nanoTime();
  private long lastTold = started;

  Progress(String job, String things, Log log) {
    this.job = job;
    this.things = things;
    this.log = log;
  }

  synchronized void update(int done, int of) {
    long now = System.nanoTime();
    Duration pause = terminal ? REDRAW_EVERY : LINE_EVERY;
    boolean last = done == of;
    if (log.isQuiet() || now - lastTold < pause.toNanos() && !(last && terminal)) {
      return;
    }
    lastTold = now;
    double seconds = (now - started) / 1e9;
    String line =
        "%s: %d of %d %s, %.1f a second, %.0f s left"
            .formatted(job, done, of, things, done / seconds, (of - done) * seconds / done);
    if (terminal) {
      System.err.print("\r" + line + (last ? "\n" : ""));
    } else {
      log.info(line);
    }
  }
}
