package org.sitewatch.ingest.job;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts the tasks of a job that are done and tells who wants to know. */
public final class JobProgress {

  /** Told from Spark's listener thread after each task. */
  @FunctionalInterface
  public interface Listener {
    void done(int tasks, int of);
  }

  private JobProgress() {}

  /** Runs a job of so many tasks with progress told to the listener. */
  public static <T> T watch(JavaSparkContext spark, int tasks, Listener listener, Supplier<T> job) {
    var done = new AtomicInteger();
    var counter =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.reason() == Success$.MODULE$) {
              listener.done(done.incrementAndGet(), tasks);
            }
          }
        };
    spark.sc().addSparkListener(counter);
    try {
      return job.get();
    } finally {
      spark.sc().removeSparkListener(counter);
    }
  }
}
