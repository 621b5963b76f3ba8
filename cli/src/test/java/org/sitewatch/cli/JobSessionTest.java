package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sitewatch.ingest.job.SparkRunner;
import org.sitewatch.ingest.job.ThreadRunner;

@Tag("slow")
class JobSessionTest {
  private static final Log LOG = new Log(new PrintWriter(Writer.nullWriter()), 0);

  @Test
  void aSmallPlanGoesToThreads() {
    try (var session = new JobSession(Optional.empty(), 3, Map.of(), LOG)) {
      assertEquals(new ThreadRunner(3), session.runner(JobSession.SMALL_PLAN));
    }
  }

  @Test
  void aLargePlanGoesToSparkAndSoDoesWhatComesAfter() {
    try (var session = new JobSession(Optional.empty(), 1, Map.of(), LOG)) {
      var spark = assertInstanceOf(SparkRunner.class, session.runner(JobSession.SMALL_PLAN + 1));
      assertEquals("local[1]", spark.spark().master());
      assertSame(spark.spark(), ((SparkRunner) session.runner(1)).spark());
    }
  }

  @Test
  void whereAMasterIsNamedAllGoesThere() {
    try (var session = new JobSession(Optional.of("local[2]"), 1, Map.of(), LOG)) {
      var spark = assertInstanceOf(SparkRunner.class, session.runner(1));
      assertEquals("local[2]", spark.spark().master());
    }
  }
}
