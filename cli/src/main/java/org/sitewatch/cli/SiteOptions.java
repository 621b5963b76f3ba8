package org.sitewatch.cli;

import java.util.List;
import java.util.Set;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Option;

/** Which sites of the registry to work on. */
final class SiteOptions {

  @Option(
      names = "--sites",
      split = ",",
      paramLabel = "ID",
      description = "Only these sites (default: all).")
  private Set<String> ids = Set.of();

  /** Whether the run speaks of the whole registry. */
  boolean all() {
    return ids.isEmpty();
  }

  /**
   * @throws UserException for an id that is not in the registry
   */
  List<Site> choose(List<Site> registered) {
    for (String id : ids) {
      if (registered.stream().noneMatch(site -> site.id().equals(id))) {
        throw new UserException(
            ExitCode.USAGE, "--sites: '" + id + "' is not a valid site of the registry");
      }
    }
    return ids.isEmpty()
        ? registered
        : registered.stream().filter(site -> ids.contains(site.id())).toList();
  }
}
