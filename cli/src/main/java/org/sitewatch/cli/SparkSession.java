package org.sitewatch.cli;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark context for as long as a command needs one; opened when it is first asked for. */
final class SparkSession implements AutoCloseable {
  private final String master;
  private Optional<JavaSparkContext> context = Optional.empty();

  /**
   * @param master checked by {@link SparkOptions}
   */
  SparkSession(String master) {
    this.master = master;
  }

  JavaSparkContext context() {
    if (context.isEmpty()) {
      context = Optional.of(open(master));
    }
    return context.get();
  }

  private static JavaSparkContext open(String master) {
    var conf =
        new SparkConf()
            .setAppName("sitewatch")
            .setMaster(master)
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false")
            .set("spark.task.maxFailures", "4")
            // A context lives for one command: what it holds goes with it, and a clean-up that is
            // still under way when it stops would end in a stack trace on stderr.
            .set("spark.cleaner.referenceTracking", "false");
    if (master.startsWith("local")) {
      conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
    }
    return new JavaSparkContext(conf);
  }

  @Override
  public void close() {
    context.ifPresent(JavaSparkContext::stop);
  }
}
