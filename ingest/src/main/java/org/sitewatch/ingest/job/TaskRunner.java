package org.sitewatch.ingest.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs one pure function over many tasks. Whoever runs it, results are the same; what a task
 * throws, other than what it hands back, ends the job.
 */
public interface TaskRunner {

  /** What is done with a task. Must not hang on other tasks, nor on which of them ran before. */
  @FunctionalInterface
  interface Work<S, T, R> extends Serializable {
    R done(S shared, T task);
  }

  /** Told after tasks are done, from any thread, about how many of all are. */
  @FunctionalInterface
  interface Listener {
    void done(int tasks, int of);
  }

  /**
   * Takes what tasks hand back, in this process: from any thread, in any order, each once. By
   * threads it is called by the one that did the task, so by several at once. Under Spark it is
   * called by the thread of the scheduler's events, one result after the other; those that come
   * meanwhile wait in memory. What it throws ends the job.
   */
  @FunctionalInterface
  interface Sink<R> {
    /**
     * @param task its place in the list of tasks
     */
    void take(int task, R result);
  }

  /**
   * Hands on each result as it comes, in any order. Nothing is kept of one that was taken.
   *
   * @param shared what all tasks read and none changes
   * @param atOnce how many neighbouring tasks may be handed out together; with very many tasks it
   *     may be more
   */
  <S, T, R> void each(
      List<T> tasks, S shared, int atOnce, Work<S, T, R> work, Sink<R> sink, Listener progress);

  /** Keeps all results until the last is there, and gives them in the order of the tasks. */
  default <S, T, R> List<R> run(
      List<T> tasks, S shared, int atOnce, Work<S, T, R> work, Listener progress) {
    var results = new ArrayList<R>(Collections.nCopies(tasks.size(), null));
    each(tasks, shared, atOnce, work, results::set, progress);
    return results;
  }
}
