package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.sitewatch.report.review.stats.ReviewStats;
import org.sitewatch.report.review.stats.ReviewStats.Division;
import org.sitewatch.report.review.stats.StatsChart;
import org.sitewatch.report.review.stats.StatsCsv;
import org.sitewatch.report.review.stats.StatsText;
import org.sitewatch.report.review.stats.Tally;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch review stats}: what came of the alerts. */
@Command(
    name = "stats",
    description = {
      "Counts checked alerts, true and false ones, and the median days from first look to visit,",
      "by site, season and cause."
    },
    footer = {"", "Example: sitewatch review stats --workspace orkhon --chart stats.svg"})
final class ReviewStatsCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private LanguageOption language;

  @Option(names = "--csv", description = "Print a table for spreadsheets.")
  private boolean csv;

  @Option(names = "--chart", paramLabel = "FILE", description = "Also draw bars into an SVG file.")
  private Path chart;

  @Option(names = "--force", description = "Replace the chart if it exists with other content.")
  private boolean force;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Verdicts of later days do not count (default: all count).")
  private LocalDate until;

  @Override
  public Integer call() {
    if (csv && shared.json()) {
      throw SharedOptions.usage("--csv and --json exclude each other; give one");
    }
    ReviewStats stats =
        ReviewStats.of(
            shared.workspace().reviews().reviews(), until == null ? LocalDate.MAX : until);
    if (chart != null) {
      write(StatsChart.bytes(stats, language.words()));
    }
    if (shared.json()) {
      shared.print(json(stats));
    } else if (csv) {
      new String(StatsCsv.bytes(stats), StandardCharsets.UTF_8).lines().forEach(shared::print);
    } else {
      StatsText.lines(stats, language.words()).forEach(shared::print);
    }
    return ExitCode.DONE.code();
  }

  private void write(byte[] bytes) {
    try {
      boolean exists = Files.exists(chart);
      if (exists && Arrays.equals(Files.readAllBytes(chart), bytes)) {
        return;
      }
      if (exists && !force) {
        throw SharedOptions.usage(chart + " exists with other content; --force replaces it");
      }
      WholeFile.write(chart.toAbsolutePath(), beside -> Files.write(beside, bytes));
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          chart + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
  }

  private static String json(ReviewStats stats) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json.putObject("all"), stats.all());
    for (Division division : Division.values()) {
      ObjectNode groups = json.putObject("by_" + division.label());
      stats.groups().get(division).forEach((name, tally) -> put(groups.putObject(name), tally));
    }
    return json.toString();
  }

  private static void put(ObjectNode json, Tally tally) {
    json.put("checked", tally.checked()).put("true", tally.real());
    json.put("illicit", tally.illicit()).put("false", tally.wrong()).put("open", tally.open());
    if (tally.medianDays().isPresent()) {
      json.put("median_days_to_visit", tally.medianDays().getAsDouble());
    } else {
      json.putNull("median_days_to_visit");
    }
  }
}
