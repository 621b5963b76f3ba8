package org.sitewatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sitewatch.detect.job.SiteTimes;
import org.sitewatch.ingest.CutResult;
import org.sitewatch.ingest.IngestPlan;
import org.sitewatch.ingest.PlanCost;

/**
 * Where the time of a command goes, stage by stage: by the clock, and of this process's processor
 * time with all that Java does beside. What executors of a cluster do is in the clock only. Told to
 * people and with {@code --json}; never in what a run is made of.
 */
final class Stages {

  /** What one stage took. */
  private record Spent(double wall_s, double cpu_s) {
    Spent plus(Spent other) {
      return new Spent(wall_s + other.wall_s, cpu_s + other.cpu_s);
    }
  }

  private final Map<String, Spent> spent = new LinkedHashMap<>();
  private SiteTimes sites = SiteTimes.NONE;
  private CutResult cut = CutResult.NONE;
  private PlanCost planned = PlanCost.NONE;
  private String stage;
  private long begun_ns;
  private double cpuThen_s;

  private Stages(String stage) {
    begin(stage);
  }

  static Stages from(String stage) {
    return new Stages(stage);
  }

  /** The stage under way is over, another begins. */
  void next(String name) {
    end();
    begin(name);
  }

  private void begin(String name) {
    stage = name;
    begun_ns = System.nanoTime();
    cpuThen_s = cpu_s();
  }

  /** A stage that came twice, as after a damaged tile, took both times. */
  private void end() {
    var took = new Spent((System.nanoTime() - begun_ns) / 1e9, cpu_s() - cpuThen_s);
    spent.merge(stage, took, Spent::plus);
  }

  /** Of the process since it started; to a hundredth on Linux, 0 where the system does not tell. */
  private static double cpu_s() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .map(nanos -> nanos / 1e9)
        .orElse(0.0);
  }

  /** What ingest was to fetch and decode, and what it did; adds to what it did before. */
  void decoded(IngestPlan plan, CutResult result) {
    planned = planned.plus(PlanCost.of(plan));
    cut = cut.merge(result);
  }

  /** What judging took, summed over sites; adds likewise. */
  void judged(SiteTimes times) {
    sites = sites.plus(times);
  }

  /** A line a stage, and what share of judging is the detector's. */
  void tell(Log log) {
    end();
    spent.forEach(
        (name, took) ->
            log.info(text("time: %-7s %8.2f s, %8.2f CPU s", name, took.wall_s(), took.cpu_s())));
    log.info(text("time: since Java started %.2f CPU s", cpu_s()));
    if (sites.all() > 0) {
      log.info(
          text(
              "time: of detect's threads %.0f %% read tiles, %.0f %% judged (the detector)",
              100.0 * sites.reading() / sites.all(), 100.0 * sites.judging() / sites.all()));
    }
    if (cut.neededBytes() > 0) {
      log.info(
          text(
              "read: %.1f MB decoded for %.1f MB needed, %.2f times",
              cut.decodedBytes() / 1e6,
              cut.neededBytes() / 1e6,
              (double) cut.decodedBytes() / cut.neededBytes()));
    }
    if (planned.requests() > 0) {
      log.info(
          text(
              "fetched: %.1f MB in %d requests; planned about %.1f MB in %d",
              cut.fetched().bytes() / 1e6,
              cut.fetched().requests(),
              planned.fetchedBytes() / 1e6,
              planned.requests()));
    }
  }

  /**
   * @param object what {@code --json} would print
   */
  String putInto(String object) {
    ObjectNode timings = JsonNodeFactory.instance.objectNode();
    spent.forEach(
        (name, took) ->
            timings
                .putObject(name)
                .put("wall_s", rounded(took.wall_s()))
                .put("cpu_s", rounded(took.cpu_s())));
    if (timings.get("detect") instanceof ObjectNode detect) {
      detect.put("threads_s", rounded(sites.all() / 1e9));
      detect.put("reading_s", rounded(sites.reading() / 1e9));
      detect.put("judging_s", rounded(sites.judging() / 1e9));
    }
    if (timings.get("ingest") instanceof ObjectNode ingest) {
      ingest.put("decoded_bytes", cut.decodedBytes()).put("needed_bytes", cut.neededBytes());
      ingest.put("fetched_bytes", cut.fetched().bytes()).put("requests", cut.fetched().requests());
    }
    try {
      ObjectNode told = new ObjectMapper().readValue(object, ObjectNode.class);
      told.set("timings", timings);
      return told.toString();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("what we wrote is no JSON object", e);
    }
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
