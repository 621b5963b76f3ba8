package org.sitewatch.ingest.job;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs tasks by threads of this process, which start in no time. Once a task has thrown, none is
 * begun; the job ends when those under way are through.
 */
public record ThreadRunner(int threads) implements TaskRunner {

  public ThreadRunner {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, got " + threads);
    }
  }

  @Override
  public <S, T, R> void each(
      List<T> tasks, S shared, int atOnce, Work<S, T, R> work, Sink<R> sink, Listener progress) {
    var next = new AtomicInteger();
    var done = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          try {
            for (int i; (i = next.getAndIncrement()) < tasks.size(); ) {
              sink.take(i, work.done(shared, tasks.get(i)));
              progress.done(done.incrementAndGet(), tasks.size());
            }
            return null;
          } finally {
            next.set(tasks.size()); // all are begun, or this one has thrown
          }
        };
    var pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> ended : pool.invokeAll(Collections.nCopies(threads, worker))) {
        ended.get();
      }
    } catch (ExecutionException thrown) {
      throw unchecked(thrown.getCause());
    } catch (InterruptedException stopped) {
      next.set(tasks.size());
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      pool.shutdownNow();
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error fatal) {
      throw fatal;
    }
    return thrown instanceof RuntimeException plain ? plain : new IllegalStateException(thrown);
  }
}
