package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.Site;

/**
 * A registry file read and checked. Whoever imports takes all or nothing: {@link #hasErrors}. A
 * scan takes the valid sites and names the others.
 *
 * @param validSites sites without an error, sorted by id
 * @param findings everything that is wrong, sorted by site
 */
public record SiteImport(List<Site> validSites, List<RegistryFinding> findings) {

  public SiteImport {
    validSites = List.copyOf(validSites);
    findings = findings.stream().sorted().toList();
  }

  public boolean hasErrors() {
    return findings.stream().anyMatch(RegistryFinding::isError);
  }

  /** Errors only, sorted by site. */
  public List<RegistryFinding> errors() {
    return findings.stream().filter(RegistryFinding::isError).toList();
  }

  /** Ids of the sites that cannot be used; features without an id are in the findings only. */
  public SortedSet<String> invalidSiteIds() {
    var ids = new TreeSet<String>();
    for (RegistryFinding error : errors()) {
      if (!error.siteId().isEmpty()) {
        ids.add(error.siteId());
      }
    }
    return Collections.unmodifiableSortedSet(ids);
  }

  /** The same, but sites that are not wholly within an extent of lon/lat are refused too. */
  public SiteImport within(Envelope extent) {
    return with(SwappedSites.outside(validSites, extent));
  }

  /** The same with more findings; sites with an error among them are not valid any more. */
  public SiteImport with(List<RegistryFinding> more) {
    var all = new ArrayList<>(findings);
    all.addAll(more);
    var refused = new TreeSet<String>();
    more.stream().filter(RegistryFinding::isError).forEach(one -> refused.add(one.siteId()));
    return new SiteImport(
        validSites.stream().filter(site -> !refused.contains(site.id())).toList(), all);
  }

  /** The valid sites. */
  public SiteRegistry registry() {
    return SiteRegistry.of(validSites);
  }
}
