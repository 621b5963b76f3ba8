package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sitewatch.report.TerminalText;
import org.sitewatch.report.compare.NotLookedAt;
import org.sitewatch.report.compare.RunComparison;
import org.sitewatch.report.compare.RunComparison.Change;
import org.sitewatch.report.compare.RunComparison.Side;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch compare}: what became of the disturbances of one run in another. */
@Command(
    name = "compare",
    description =
        "Tells what is new, gone, not looked at, grown, closed and of another status between two runs.",
    footer = {"", "Example: sitewatch compare 2024-W39 2024-W40 --workspace orkhon"})
final class CompareCommand implements Callable<Integer> {
  private static final int SHARE_DECIMALS = 4;

  @Mixin private SharedOptions shared;

  @Parameters(index = "0", paramLabel = "RUN", description = "The earlier run.")
  private String first;

  @Parameters(index = "1", paramLabel = "RUN", description = "The later run.")
  private String second;

  @Option(
      names = "--grown-percent",
      paramLabel = "P",
      defaultValue = "10",
      description = "Tell growth from P percent of the area on (default: ${DEFAULT-VALUE}).")
  private double grownPercent;

  @Override
  public Integer call() {
    if (!(grownPercent >= 0)) {
      throw SharedOptions.usage("--grown-percent must be at least 0, got " + grownPercent);
    }
    var runs = new RunStore(shared.workspace().root());
    RunDirectory before = runs.getRun(first);
    RunDirectory after = runs.getRun(second);
    if (after.until().isBefore(before.until())) {
      throw SharedOptions.usage(
          "run '%s' ends after run '%s'; give the earlier run first".formatted(first, second));
    }
    var between = new ArrayList<JsonNode>();
    for (RunDirectory run : runs.listRuns()) {
      if (run.until().isAfter(before.until()) && run.until().isBefore(after.until())) {
        between.addAll(disturbances(run));
      }
    }
    RunComparison comparison =
        RunComparison.of(
            new Side(disturbances(before), NotLookedAt.lookedAt(before)),
            new Side(disturbances(after), NotLookedAt.lookedAt(after)),
            between,
            grownPercent / 100);
    if (shared.json()) {
      shared.print(json(comparison));
    } else {
      tell(comparison);
    }
    return ExitCode.DONE.code();
  }

  private static List<JsonNode> disturbances(RunDirectory run) {
    return ReportedFeatures.of(run.path().resolve(RunFiles.DISTURBANCES), RunComparison.COMPARED);
  }

  private static Map<String, List<Change>> lists(RunComparison comparison) {
    var lists = new LinkedHashMap<String, List<Change>>();
    lists.put("new", comparison.fresh());
    lists.put("gone", comparison.gone());
    lists.put("not_looked_at", comparison.notLookedAt());
    lists.put("grown", comparison.grown());
    lists.put("closed", comparison.closed());
    lists.put("status", comparison.changed());
    return lists;
  }

  private void tell(RunComparison comparison) {
    lists(comparison)
        .forEach(
            (kind, changes) -> {
              shared.print(kind + ": " + changes.size());
              for (Change change : changes) {
                shared.print(
                    "  %s\t%s\t%s\t%s"
                        .formatted(
                            TerminalText.of(change.id()),
                            TerminalText.of(change.siteName()),
                            arrow(change.statusBefore(), change.statusAfter()),
                            area(change)));
              }
            });
  }

  private static String arrow(String before, String after) {
    return (before.isEmpty() ? "-" : before)
        + (before.equals(after) ? "" : " → " + (after.isEmpty() ? "-" : after));
  }

  private static String area(Change change) {
    String before = area(change.areaBefore_m2());
    String after = area(change.areaAfter_m2());
    String share =
        Double.isNaN(change.growth()) ? "" : " (%+.0f %%)".formatted(100 * change.growth());
    return arrow(before, after) + " m²" + share;
  }

  private static String area(double area_m2) {
    return Double.isNaN(area_m2) ? "" : "%.0f".formatted(area_m2);
  }

  private String json(RunComparison comparison) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("before", first).put("after", second);
    lists(comparison)
        .forEach(
            (kind, changes) -> {
              ArrayNode list = json.putArray(kind);
              changes.forEach(change -> put(list.addObject(), change));
            });
    return json.toString();
  }

  private static void put(ObjectNode json, Change change) {
    json.put("id", change.id()).put("site_id", change.siteId());
    json.put("status_before", change.statusBefore().isEmpty() ? null : change.statusBefore());
    json.put("status_after", change.statusAfter().isEmpty() ? null : change.statusAfter());
    json.put("area_before_m2", decimal(change.areaBefore_m2(), 1));
    json.put("area_after_m2", decimal(change.areaAfter_m2(), 1));
    json.put("growth", decimal(change.growth(), SHARE_DECIMALS));
  }

  /** Null stands for what is not known; a missing number is no 0. */
  private static BigDecimal decimal(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN)
        : null;
  }
}
