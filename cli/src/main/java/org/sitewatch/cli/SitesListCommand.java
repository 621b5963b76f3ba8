package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.sitewatch.report.TerminalText;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sitewatch sites list}: a line a site. */
@Command(
    name = "list",
    description = "Lists the usable sites: id, priority, area in hectares, zones, name.",
    footer = {"", "Example: sitewatch sites list --workspace orkhon"})
final class SitesListCommand implements Callable<Integer> {
  private static final double M2_PER_HA = 10_000;

  @Mixin private SharedOptions shared;

  @Override
  public Integer call() {
    List<Site> sites = WorkspaceInputs.registry(shared.workspace()).validSites();
    if (shared.json()) {
      shared.print(json(sites));
      return ExitCode.DONE.code();
    }
    for (Site site : sites) {
      String zones =
          site.zones().keySet().stream().map(Zone::label).collect(Collectors.joining("+"));
      shared.print(
          "%s\t%d\t%.2f\t%s\t%s"
              .formatted(
                  site.id(),
                  site.priority(),
                  GeodesicArea.area_m2(site.area()) / M2_PER_HA,
                  zones,
                  TerminalText.of(site.name())));
    }
    return ExitCode.DONE.code();
  }

  private static String json(List<Site> sites) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode array = json.putArray("sites");
    for (Site site : sites) {
      ObjectNode node = array.addObject();
      node.put("id", site.id()).put("name", site.name()).put("priority", site.priority());
      node.put("designation", site.designation());
      double area_ha = GeodesicArea.area_m2(site.area()) / M2_PER_HA;
      node.put("area_ha", BigDecimal.valueOf(area_ha).setScale(2, RoundingMode.HALF_EVEN));
      ArrayNode zones = node.putArray("zones");
      site.zones().keySet().forEach(zone -> zones.add(zone.label()));
    }
    return json.toString();
  }
}
