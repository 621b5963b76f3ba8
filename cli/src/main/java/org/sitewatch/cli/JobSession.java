package org.sitewatch.cli;

import java.util.Map;
import java.util.Optional;
import org.sitewatch.ingest.job.SparkRunner;
import org.sitewatch.ingest.job.TaskRunner;
import org.sitewatch.ingest.job.ThreadRunner;

/**
 * Who runs the jobs of a command. Starting Spark costs some CPU seconds, as much as cutting or
 * judging a thousand windows and more, so that a small plan goes to threads of this process, unless
 * a master was named. Results are the same.
 */
final class JobSession implements AutoCloseable {
  /** Windows to cut, or looks of sites to read. */
  static final int SMALL_PLAN = 20_000;

  private final Optional<String> master;
  private final int threads;
  private final Map<String, String> settings;
  private final Log log;
  private Optional<SparkSession> spark = Optional.empty();

  /**
   * @param master where one was named, all shall go
   * @param settings of Spark
   */
  JobSession(Optional<String> master, int threads, Map<String, String> settings, Log log) {
    this.master = master;
    this.threads = threads;
    this.settings = settings;
    this.log = log;
  }

  /**
   * @param size of the job's plan in windows to cut or looks to read
   */
  TaskRunner runner(long size) {
    if (spark.isEmpty() && master.isEmpty() && size <= SMALL_PLAN) {
      return new ThreadRunner(threads);
    }
    if (spark.isEmpty()) {
      spark = Optional.of(new SparkSession(master.orElse("local[" + threads + "]"), settings));
    }
    return new SparkRunner(spark.get().context());
  }

  /** Ends Spark, if it was opened, and tells what it moved. */
  @Override
  public void close() {
    spark.ifPresent(
        session -> {
          session.close();
          log.info("spark: " + session.traffic().told());
        });
  }
}
