package org.sitewatch.cli;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark context for as long as a command needs one. */
final class SparkSession implements AutoCloseable {
  private final JavaSparkContext context;

  /**
   * @param master checked by {@link SparkOptions}
   */
  SparkSession(String master) {
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
    context = new JavaSparkContext(conf);
  }

  JavaSparkContext context() {
    return context;
  }

  @Override
  public void close() {
    context.stop();
  }
}
