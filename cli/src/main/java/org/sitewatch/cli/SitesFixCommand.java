package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sitewatch.report.Counted;
import org.sitewatch.report.TerminalText;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryFinding.Code;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites fix}: makes the repairs that were accepted, and nothing else. */
@Command(
    name = "fix",
    description =
        "Makes the proposals of 'sites check' that are accepted by code, in a GeoJSON or GeoPackage;"
            + " lists each with its area before and after.",
    footer = {"", "Example: sitewatch sites fix sites.gpkg --accept G1 --output fixed.gpkg"})
final class SitesFixCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;
  @Mixin private CheckOptions options;

  @Parameters(paramLabel = "FILE", description = "GeoJSON or GeoPackage.")
  private Path file;

  @Option(
      names = "--accept",
      split = ",",
      required = true,
      paramLabel = "CODE",
      description = "Codes whose proposals are made: G1, G3, G4.")
  private Set<Code> accept;

  @Option(
      names = "--sites",
      split = ",",
      paramLabel = "ID",
      description = "Only these sites, however much their area changes.")
  private Set<String> sites = Set.of();

  @Option(
      names = "--max-area-change",
      paramLabel = "PERCENT",
      defaultValue = "1",
      description =
          "What changes an area by more is made only if --sites names it (default:"
              + " ${DEFAULT-VALUE}).")
  private double maxAreaChange_pct;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the repaired file goes (default: FILE itself, with --force).")
  private Path output;

  @Option(names = "--force", description = "Overwrite the file that is there.")
  private boolean force;

  @Override
  public Integer call() {
    Path target = output == null ? file : output;
    if (!Files.isRegularFile(file)) {
      throw new UserException(ExitCode.UNAVAILABLE, "no registry file " + file);
    }
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (SitesCheckCommand.PLANNERS.stream().anyMatch(name::endsWith)) {
      throw SharedOptions.usage(
          file
              + " is neither GeoJSON nor GeoPackage, and only these are repaired; save it as one of"
              + " them in QGIS and fix that");
    }
    if (!dryRun.isOn()) {
      NewFile.checkFree(target, force);
    }
    if (!(maxAreaChange_pct >= 0)) {
      throw SharedOptions.usage("--max-area-change must be >= 0, got " + maxAreaChange_pct);
    }
    Optional<Workspace> owner =
        shared
            .workspaceIfAny()
            .filter(one -> one.registry().equals(target.toAbsolutePath().normalize()));
    return owner.isEmpty() || dryRun.isOn()
        ? fix(target)
        : WorkspaceLock.during(owner.get(), "sites fix", () -> fix(target));
  }

  private int fix(Path target) {
    var step = new FixStep(file, options, accept, sites, maxAreaChange_pct);
    FixStep.Outcome outcome = step.fix(target, dryRun.isOn());
    if (shared.json()) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("file", target.toString()).put("dry_run", dryRun.isOn());
      ArrayNode fixed = json.putArray("fixed");
      outcome.made().forEach(one -> put(fixed.addObject(), one));
      ArrayNode held = json.putArray("held_back");
      outcome.heldBack().forEach(one -> put(held.addObject(), one));
      json.put("errors_left", outcome.errorsLeft());
      shared.print(json.toString());
    } else {
      outcome.made().forEach(one -> shared.print(line("fixed", one)));
      outcome.heldBack().forEach(one -> shared.print(line("held back", one)));
    }
    shared
        .log()
        .info(
            "%s: %s %s, %d held back%s; errors left: %d"
                .formatted(
                    target,
                    Counted.of(outcome.made().size(), "proposal"),
                    dryRun.isOn() ? "would be made" : "made",
                    outcome.heldBack().size(),
                    outcome.heldBack().isEmpty()
                        ? ""
                        : " as they change an area by over %s %%, name them with --sites"
                            .formatted(maxAreaChange_pct),
                    outcome.errorsLeft()));
    return (outcome.heldBack().isEmpty() ? ExitCode.DONE : ExitCode.PARTIAL).code();
  }

  private static String line(String what, RegistryFinding finding) {
    return String.join(
        "\t",
        what,
        finding.code().name(),
        TerminalText.of(finding.siteId()),
        finding.proposal().feature().isEmpty() ? "all features" : finding.proposal().feature(),
        FindingTable.areas(finding.proposal()),
        TerminalText.of(finding.problem()));
  }

  private static void put(ObjectNode node, RegistryFinding finding) {
    node.put("code", finding.code().name()).put("site_id", finding.siteId());
    node.put("feature", finding.proposal().feature()).put("problem", finding.problem());
    FindingJson.area(node, "area_before_m2", finding.proposal().areaBefore_m2());
    FindingJson.area(node, "area_after_m2", finding.proposal().areaAfter_m2());
  }
}
