package org.sitewatch.ingest.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Threads and Spark are two ways to the same. */
@Tag("slow")
class TaskRunnerTest {
  private static final List<Integer> TASKS = IntStream.range(0, 103).boxed().toList();
  private static final JavaSparkContext SPARK =
      new JavaSparkContext(
          new SparkConf()
              .setAppName("test")
              .setMaster("local[2]")
              .set("spark.ui.enabled", "false")
              .set("spark.driver.host", "127.0.0.1"));

  @AfterAll
  static void stop() {
    SPARK.stop();
  }

  static Stream<TaskRunner> runners() {
    return Stream.of(new ThreadRunner(1), new ThreadRunner(3), new SparkRunner(SPARK));
  }

  @ParameterizedTest
  @MethodSource("runners")
  void resultsComeInTheOrderOfTheTasks(TaskRunner runner) {
    List<String> results =
        runner.run(TASKS, "n", 4, (shared, task) -> shared + task, (done, of) -> {});
    assertEquals(TASKS.stream().map(task -> "n" + task).toList(), results);
  }

  @ParameterizedTest
  @MethodSource("runners")
  void eachResultIsHandedOnOnceWithThePlaceOfItsTask(TaskRunner runner) {
    var taken = new ConcurrentLinkedQueue<String>();
    runner.each(
        TASKS,
        "n",
        4,
        (shared, task) -> shared + task,
        (place, result) -> taken.add(place + ":" + result),
        (done, of) -> {});
    assertEquals(
        TASKS.stream().map(task -> task + ":n" + task).sorted().toList(),
        taken.stream().sorted().toList());
  }

  @Test
  void sparkHandsVeryManyTasksOutInGreaterParts() {
    List<Integer> many = IntStream.range(0, 2500).boxed().toList();
    List<Integer> parts =
        new SparkRunner(SPARK)
            .run(many, "", 1, (shared, task) -> TaskContext.getPartitionId(), (done, of) -> {});
    assertEquals(1000, Set.copyOf(parts).size());
    assertEquals(2500, parts.size());
  }

  @Test
  void underSparkResultsAreTakenByTheThreadOfTheSchedulersEvents() {
    var threads = ConcurrentHashMap.<String>newKeySet();
    new SparkRunner(SPARK)
        .each(
            TASKS,
            "",
            4,
            (shared, task) -> task,
            (place, result) -> threads.add(Thread.currentThread().getName()),
            (done, of) -> {});
    assertEquals(Set.of("dag-scheduler-event-loop"), threads);
  }

  @ParameterizedTest
  @MethodSource("runners")
  void whatTheSinkThrowsEndsTheJob(TaskRunner runner) {
    TaskRunner.Sink<Integer> full =
        (place, result) -> {
          throw new UserException(ExitCode.UNAVAILABLE, "no space left");
        };
    Throwable cause =
        assertThrows(
            Exception.class,
            () -> runner.each(TASKS, "", 4, (shared, task) -> task, full, (done, of) -> {}));
    while (!(cause instanceof UserException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertEquals("no space left", cause.getMessage());
  }

  @ParameterizedTest
  @MethodSource("runners")
  void noTaskGivesNoResult(TaskRunner runner) {
    assertEquals(List.of(), runner.run(List.of(), "", 4, (shared, t) -> t, (done, of) -> {}));
  }

  @ParameterizedTest
  @MethodSource("runners")
  void progressNeverPassesTheWhole(TaskRunner runner) {
    var told = ConcurrentHashMap.<Integer>newKeySet();
    runner.run(
        TASKS,
        "",
        4,
        (shared, task) -> task,
        (done, of) -> {
          assertEquals(TASKS.size(), of);
          told.add(done);
        });
    assertTrue(told.stream().allMatch(done -> done > 0 && done <= TASKS.size()), told.toString());
  }

  @ParameterizedTest
  @MethodSource("runners")
  void whatATaskThrowsEndsTheJobAndIsItsCause(TaskRunner runner) {
    Exception thrown =
        assertThrows(
            Exception.class,
            () -> runner.run(TASKS, "", 4, (shared, task) -> failing(task), (done, of) -> {}));
    Throwable cause = thrown;
    while (!(cause instanceof UserException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertEquals("task 7 is broken", cause.getMessage());
    assertEquals(ExitCode.INTEGRITY, ((UserException) cause).exitCode());
  }

  private static Integer failing(int task) {
    if (task == 7) {
      throw new UserException(ExitCode.INTEGRITY, "task 7 is broken");
    }
    return task;
  }

  /** The other thread comes back for more only when the one that failed has ended. */
  @Test
  void afterAFailureNoTaskIsBegunByAnyThread() {
    var begun = new ConcurrentLinkedQueue<Integer>();
    var bothBegun = new CompletableFuture<Integer>();
    var failed = new CompletableFuture<Thread>();
    assertThrows(
        UserException.class,
        () ->
            new ThreadRunner(2)
                .run(
                    TASKS,
                    begun,
                    1,
                    (shared, task) -> {
                      shared.add(task);
                      if (task == 0) {
                        bothBegun.join();
                        failed.complete(Thread.currentThread());
                        throw new UserException(ExitCode.INTEGRITY, "task 0 is broken");
                      }
                      bothBegun.complete(task);
                      awaitIdle(failed.join());
                      return task;
                    },
                    (done, of) -> {}));
    assertEquals(Set.of(0, 1), Set.copyOf(begun));
  }

  /** A thread of a pool waits when its work is over. */
  private static void awaitIdle(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
  }

  @Test
  void threadsTellOfEveryTask() {
    var told = ConcurrentHashMap.<Integer>newKeySet();
    new ThreadRunner(3).run(TASKS, "", 4, (shared, task) -> task, (done, of) -> told.add(done));
    assertEquals(TASKS.size(), told.size());
    assertTrue(told.contains(TASKS.size()));
  }

  @Test
  void anErrorComesOutAsItIs() {
    var fatal = new OutOfMemoryError("no memory, for a test");
    assertSame(
        fatal,
        assertThrows(
            OutOfMemoryError.class,
            () ->
                new ThreadRunner(2)
                    .run(
                        TASKS,
                        "",
                        1,
                        (shared, task) -> {
                          throw fatal;
                        },
                        (done, of) -> {})));
  }

  /** Else all might be done before anyone looks whether the job was interrupted. */
  private static int untilInterrupted(int task) {
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return task;
  }

  @Test
  void anInterruptedJobEndsWithoutAResult() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class,
        () ->
            new ThreadRunner(2)
                .run(TASKS, "", 1, (shared, task) -> untilInterrupted(task), (done, of) -> {}));
    assertTrue(Thread.interrupted());
  }
}
