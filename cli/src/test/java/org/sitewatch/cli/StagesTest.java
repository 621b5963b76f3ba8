package org.sitewatch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitewatch.detect.job.SiteTimes;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.tiff.Fetched;

class StagesTest {
  private static final IngestPlan NOTHING = new IngestPlan(List.of(), List.of(), 0);

  private static CutResult decoded(long bytes) {
    return new CutResult(1, List.of(), 1, bytes, bytes, Fetched.NOTHING);
  }

  /** As of a scan that found a damaged tile: it cuts and judges twice. */
  @Test
  void aStageThatComesAgainTookBothTimes() throws Exception {
    var stages = Stages.from("ingest");
    Thread.sleep(30);
    stages.decoded(NOTHING, decoded(3_000_000));
    stages.next("detect");
    stages.judged(new SiteTimes(1_000_000_000, 2_000_000_000, 4_000_000_000L));
    stages.next("ingest");
    stages.decoded(NOTHING, decoded(4_000_000));
    stages.next("detect");
    stages.judged(new SiteTimes(0, 500_000_000, 500_000_000));
    stages.next("report");
    JsonNode told = new ObjectMapper().readTree(stages.putInto("{}")).path("timings");
    var names = new ArrayList<String>();
    told.fieldNames().forEachRemaining(names::add);
    assertEquals(List.of("ingest", "detect"), names);
    assertTrue(told.path("ingest").path("wall_s").asDouble() >= 0.03, told::toString);
    assertEquals(7_000_000, told.path("ingest").path("decoded_bytes").asLong());
    assertEquals(2.5, told.path("detect").path("judging_s").asDouble());
    assertEquals(4.5, told.path("detect").path("threads_s").asDouble());
  }
}
