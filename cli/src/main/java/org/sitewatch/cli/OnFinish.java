package org.sitewatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.RankedDisturbance;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Option;

/** What is started after a run was committed; whatever comes of it, the run stands. */
final class OnFinish {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_SECONDS = 86_400;
  private static final int DEGREE_DECIMALS = 7;

  @Option(
      names = "--on-finish",
      paramLabel = "COMMAND",
      description = {
        "Start this by the shell once the run is committed, with its summary as JSON on stdin.",
        "If it fails there is a warning; run and exit code stay what they are."
      })
  private String command;

  @Option(
      names = "--on-finish-places",
      description = "Tell it the places, too. Without this it is told no coordinate.")
  private boolean places;

  @Option(
      names = "--on-finish-timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "End it after so many seconds (default: ${DEFAULT-VALUE}).")
  private int timeout_s;

  /** Before any work is done. */
  void check() {
    if (timeout_s < 1 || timeout_s > MOST_SECONDS) {
      throw SharedOptions.usage(
          "--on-finish-timeout must be 1 to %d, got %d".formatted(MOST_SECONDS, timeout_s));
    }
    if (command != null && command.isBlank()) {
      throw SharedOptions.usage("--on-finish must name a command, got nothing");
    }
    if (command == null && places) {
      throw SharedOptions.usage("--on-finish-places goes with --on-finish COMMAND");
    }
  }

  /** Starts the command if there is one, and waits for it. */
  void tell(RunOutcome outcome, ExitCode exitCode, Log log) {
    if (command != null) {
      new Hook(command, Duration.ofSeconds(timeout_s), log).run(message(outcome, exitCode));
    }
  }

  private String message(RunOutcome outcome, ExitCode exitCode) {
    try {
      ObjectNode json = (ObjectNode) MAPPER.readTree(outcome.toJson());
      json.put("exit_code", exitCode.code());
      if (places) {
        ArrayNode list = json.putArray("places");
        outcome.report().ranked().stream()
            .filter(PatrolPlan::isVisited)
            .forEach(ranked -> put(list.addObject(), ranked));
      }
      return MAPPER.writeValueAsString(json) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("the summary is JSON", impossible);
    }
  }

  private static void put(ObjectNode json, RankedDisturbance ranked) {
    var extent = ranked.disturbance().extent();
    json.put("id", ranked.disturbance().id()).put("rank", ranked.rank());
    json.put("site_id", ranked.site().id()).put("site_name", ranked.site().name());
    json.put("status", ranked.disturbance().alert().status().label());
    json.put("is_new", ranked.disturbance().alert().isNew());
    json.put("lon", degrees(extent.centroidLon())).put("lat", degrees(extent.centroidLat()));
    json.put("reason", ranked.reason());
  }

  private static BigDecimal degrees(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(DEGREE_DECIMALS, RoundingMode.HALF_EVEN)
        : null;
  }
}
