package org.sitewatch.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.sitewatch.ingest.job.SparkTraffic;

/** A Spark context for as long as a command needs one. */
final class SparkSession implements AutoCloseable {
  private final JavaSparkContext context;
  private final SparkTraffic traffic = new SparkTraffic();

  /**
   * @param master checked by {@link SparkOptions}
   * @param settings of Spark, which win over ours
   */
  SparkSession(String master, Map<String, String> settings) {
    LibraryLog.configure();
    var conf =
        new SparkConf()
            .setAppName("sitewatch")
            .setMaster(master)
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false")
            .set("spark.task.maxFailures", "4")
            // Results are handed on as they come; Spark adds up all of them and would stop at 1
            // GiB.
            .set("spark.driver.maxResultSize", "0")
            // A context lives for one command: what it holds goes with it, and a clean-up that is
            // still under way when it stops would end in a stack trace on stderr.
            .set("spark.cleaner.referenceTracking", "false");
    if (master.startsWith("local")) {
      conf.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1");
    } else {
      // Workers find the program where the driver does, first on their class path.
      conf.setIfMissing("spark.executor.extraClassPath", ownJar().toString());
    }
    settings.forEach(conf::set);
    context = new JavaSparkContext(conf);
    context.sc().addSparkListener(traffic);
  }

  /** Beside its {@code lib/}; a folder of classes where it was not packed. */
  private static Path ownJar() {
    try {
      return Path.of(
          SparkSession.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whole once this is closed. */
  SparkTraffic traffic() {
    return traffic;
  }

  JavaSparkContext context() {
    return context;
  }

  @Override
  public void close() {
    context.stop();
  }
}
