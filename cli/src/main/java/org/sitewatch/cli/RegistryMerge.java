package org.sitewatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.report.Counted;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.SiteImport;

/**
 * A registry with more sites in it.
 *
 * @param sites all, by id
 * @param added how many are new
 * @param replaced ids of those that were there and differed
 * @param unchanged how many were there and are the same
 */
record RegistryMerge(Collection<Site> sites, int added, List<String> replaced, int unchanged) {

  /**
   * @param target the registry, which need not be there
   * @param force whether sites that differ may be replaced
   * @throws UserException if the registry has errors itself, or without force if sites differ
   */
  static RegistryMerge of(Path target, List<Site> incoming, boolean force) {
    var sites = new TreeMap<String, Site>();
    registered(target).forEach(site -> sites.put(site.id(), site));
    var clashes = new ArrayList<String>();
    int added = 0;
    for (Site site : incoming) {
      Site before = sites.put(site.id(), site);
      added += before == null ? 1 : 0;
      if (before != null && !before.equals(site)) {
        clashes.add(site.id());
      }
    }
    if (!clashes.isEmpty() && !force) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          "A1: registered already and different: "
              + String.join(", ", clashes)
              + "; nothing was imported; use --force to replace them");
    }
    int unchanged = incoming.size() - added - clashes.size();
    return new RegistryMerge(sites.values(), added, clashes, unchanged);
  }

  private static List<Site> registered(Path target) {
    if (!Files.exists(target)) {
      return List.of();
    }
    SiteImport registered = RegistryReader.read(target);
    if (registered.hasErrors()) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          target
              + " has "
              + Counted.of(registered.errors().size(), "error")
              + " itself; mend them first, 'sitewatch sites check' lists them");
    }
    return registered.validSites();
  }
}
