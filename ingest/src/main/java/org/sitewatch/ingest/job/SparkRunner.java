package org.sitewatch.ingest.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.Success$;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Runs tasks by Spark: what they share goes out as a broadcast, results are collected. */
public record SparkRunner(JavaSparkContext spark) implements TaskRunner {

  @Override
  public <S, T, R> List<R> run(
      List<T> tasks, S shared, int atOnce, Work<S, T, R> work, Listener progress) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    int partitions = (tasks.size() + atOnce - 1) / atOnce;
    var done = new AtomicInteger();
    var counter =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.reason() == Success$.MODULE$) {
              long share = (long) tasks.size() * done.incrementAndGet() / partitions;
              progress.done((int) share, tasks.size());
            }
          }
        };
    spark.sc().addSparkListener(counter);
    try {
      var out = spark.broadcast(shared);
      return spark
          .parallelize(new ArrayList<>(tasks), partitions)
          .map(task -> work.done(out.value(), task))
          .collect();
    } catch (IllegalStateException gone) {
      if (!spark.sc().isStopped()) {
        throw gone;
      }
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the cluster at "
              + spark.master()
              + " gave up on this program ("
              + gone.getMessage().lines().findFirst().orElse("no reason told")
              + "); see the logs of its workers, then run the same command again: what is done"
              + " is kept",
          gone);
    } finally {
      spark.sc().removeSparkListener(counter);
    }
  }
}
