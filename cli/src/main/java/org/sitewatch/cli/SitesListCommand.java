package org.sitewatch.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  @Mixin private SharedOptions shared;

  @Override
  public Integer call() {
    for (Site site : WorkspaceInputs.registry(shared.workspace()).validSites()) {
      String zones =
          site.zones().keySet().stream().map(Zone::label).collect(Collectors.joining("+"));
      shared.print(
          "%s\t%d\t%.2f\t%s\t%s"
              .formatted(
                  site.id(),
                  site.priority(),
                  GeodesicArea.area_m2(site.area()) / 10_000,
                  zones,
                  site.name()));
    }
    return ExitCode.DONE.code();
  }
}
