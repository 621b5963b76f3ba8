package org.sitewatch.ingest.job;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.Success$;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * What Spark moved between processes, as its own task metrics tell it. Pixels never travel: nothing
 * is shuffled, and results are records. Whole once the context it listens to is stopped.
 */
public final class SparkTraffic extends SparkListener {
  private final LongAdder tasks = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder shuffled_bytes = new LongAdder();
  private final LongAdder results_bytes = new LongAdder();

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() != Success$.MODULE$) {
      lost.increment();
      return;
    }
    TaskMetrics metrics = end.taskMetrics();
    tasks.increment();
    results_bytes.add(metrics.resultSize());
    shuffled_bytes.add(
        metrics.shuffleReadMetrics().totalBytesRead()
            + metrics.shuffleWriteMetrics().bytesWritten());
  }

  /** Tasks that ended well. */
  public long tasks() {
    return tasks.sum();
  }

  /** Tasks that were lost, with their executor or by themselves, and done again. */
  public long lostTasks() {
    return lost.sum();
  }

  /** Bytes written to or read from a shuffle. */
  public long shuffledBytes() {
    return shuffled_bytes.sum();
  }

  /** Bytes of results as the driver received them. */
  public long resultBytes() {
    return results_bytes.sum();
  }

  /** One line for the log. */
  public String told() {
    return String.format(
        Locale.ROOT,
        "%d tasks done, %d lost and done again; %d bytes shuffled, %.1f MB of results at the driver",
        tasks(),
        lostTasks(),
        shuffledBytes(),
        resultBytes() / 1e6);
  }
}
