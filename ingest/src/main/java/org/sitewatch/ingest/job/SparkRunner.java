package org.sitewatch.ingest.job;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.Success$;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import scala.collection.Iterator;
import scala.collection.immutable.Range$;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs tasks by Spark: what they share goes out as a broadcast, results are handed on as partitions
 * come in.
 */
public record SparkRunner(JavaSparkContext spark) implements TaskRunner {
  /** Handing one out costs the driver milliseconds: with many tasks each takes more of them. */
  private static final int MOST_PARTITIONS = 1000;

  @Override
  public <S, T, R> void each(
      List<T> tasks, S shared, int atOnce, Work<S, T, R> work, Sink<R> sink, Listener progress) {
    if (tasks.isEmpty()) {
      return;
    }
    int partitions = Math.min(MOST_PARTITIONS, (tasks.size() + atOnce - 1) / atOnce);
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
      var results =
          spark
              .parallelize(numbered(tasks), partitions)
              .map(task -> new Numbered<>(task.place(), work.done(out.value(), task.of())));
      spark
          .sc()
          .runJob(
              results.rdd(),
              new AllOfPartition<Numbered<R>>(),
              Range$.MODULE$.apply(0, partitions),
              new HandOn<>(sink),
              ClassTag$.MODULE$.apply(ArrayList.class));
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

  /** A task, or what became of it, and its place in the list of tasks. */
  private record Numbered<T>(int place, T of) implements Serializable {}

  private static <T> ArrayList<Numbered<T>> numbered(List<T> tasks) {
    var numbered = new ArrayList<Numbered<T>>(tasks.size());
    for (T task : tasks) {
      numbered.add(new Numbered<>(numbered.size(), task));
    }
    return numbered;
  }

  /** What comes back of a partition. */
  private static final class AllOfPartition<T>
      extends AbstractFunction2<TaskContext, Iterator<T>, ArrayList<T>> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public ArrayList<T> apply(TaskContext context, Iterator<T> results) {
      var all = new ArrayList<T>();
      while (results.hasNext()) {
        all.add(results.next());
      }
      return all;
    }
  }

  /** What is done with it here. */
  private static final class HandOn<R>
      extends AbstractFunction2<Object, ArrayList<Numbered<R>>, BoxedUnit> {
    private final transient Sink<R> sink;

    HandOn(Sink<R> sink) {
      this.sink = sink;
    }

    @Override
    public BoxedUnit apply(Object partition, ArrayList<Numbered<R>> results) {
      results.forEach(result -> sink.take(result.place(), result.of()));
      return BoxedUnit.UNIT;
    }
  }
}
