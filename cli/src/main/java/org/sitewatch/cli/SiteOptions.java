package org.sitewatch.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
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

  /** Names the chosen sites in eight hex digits, whatever their order. */
  String digest() {
    String all = String.join("\n", new TreeSet<>(ids));
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
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
