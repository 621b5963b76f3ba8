package org.sitewatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitewatch.detect.plant.SiteFloors;
import org.sitewatch.sites.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sitewatch simulate}: what would have been seen at each site. */
@Command(
    name = "simulate",
    description = {
      "Plants known disturbances into the stored looks of each site",
      "and tells from which size on they are seen."
    },
    footer = {"", "Example: sitewatch simulate --workspace orkhon --sites mn-07"})
final class SimulateCommand implements Callable<Integer> {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Mixin private SharedOptions shared;
  @Mixin private SimulateOptions options;

  @Override
  public Integer call() {
    Workspace workspace = shared.workspace();
    return WorkspaceLock.during(workspace, "simulate", () -> simulate(workspace));
  }

  private int simulate(Workspace workspace) {
    var step = SimulateStep.prepare(workspace, options, shared.log());
    List<SiteFloors> sites = List.of();
    if (!options.isDryRun()) {
      try (var session = options.session(shared.log())) {
        sites = step.run(session);
      }
    }
    tell(step, sites);
    boolean whole = !step.hasUnusable() && sites.stream().noneMatch(SiteFloors::hasFailed);
    return (whole ? ExitCode.DONE : ExitCode.PARTIAL).code();
  }

  private void tell(SimulateStep step, List<SiteFloors> sites) {
    if (shared.json()) {
      ObjectNode json = MAPPER.createObjectNode();
      json.put("simulations", step.output().toString()).put("dry_run", options.isDryRun());
      var array = json.putArray("sites");
      sites.forEach(site -> array.add(read(step.text(site))));
      shared.print(json.toString());
      return;
    }
    if (options.isDryRun()) {
      step.sites().forEach(site -> shared.print(site.id() + ": would be simulated"));
    }
    sites.forEach(site -> SimulationText.lines(site).forEach(shared::print));
    shared.print(step.output().toString());
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written can be read", impossible);
    }
  }
}
