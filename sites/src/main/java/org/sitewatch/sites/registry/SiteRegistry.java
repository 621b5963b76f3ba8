package org.sitewatch.sites.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;

/** All registered sites by id. Immutable; its version is a hash of what it holds. */
public final class SiteRegistry {
  private final TreeMap<String, Site> sites;
  private final String version;

  private SiteRegistry(TreeMap<String, Site> sites) {
    this.sites = sites;
    this.version = Sha256.of(CanonicalGeoJson.bytes(sites.values()));
  }

  /**
   * @throws IllegalArgumentException if two sites have one id, or an attribute the name of a field
   */
  public static SiteRegistry of(Collection<Site> sites) {
    var byId = new TreeMap<String, Site>();
    for (Site site : sites) {
      if (!Collections.disjoint(site.attributes().keySet(), RawFeature.FIELDS)) {
        throw new IllegalArgumentException(
            "site '" + site.id() + "': an attribute is called as one of " + RawFeature.FIELDS);
      }
      if (byId.put(site.id(), site) != null) {
        throw new IllegalArgumentException("two sites have the id '" + site.id() + "'");
      }
    }
    return new SiteRegistry(byId);
  }

  /** Sorted by id. */
  public List<Site> sites() {
    return List.copyOf(sites.values());
  }

  public int size() {
    return sites.size();
  }

  public Optional<Site> findSite(String id) {
    return Optional.ofNullable(sites.get(id));
  }

  /**
   * @throws UserException if there is none
   */
  public Site getSite(String id) {
    return findSite(id)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE, "no site '" + id + "'; 'sites list' shows all ids"));
  }

  /** sha256 of the canonical GeoJSON, lower-case hex: two registries with one version are equal. */
  public String version() {
    return version;
  }
}
