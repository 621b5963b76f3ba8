package org.sitewatch.sites.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.Site;

/**
 * What became of a registry: sites are the same if their ids are.
 *
 * @param added sites of the newer version only, by id
 * @param removed sites of the older version only, by id
 * @param changed sites of both that differ, by id
 * @param unchanged how many do not
 */
public record RegistryDiff(
    List<Site> added, List<Site> removed, List<SiteChange> changed, int unchanged) {

  public RegistryDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  public static RegistryDiff between(SiteRegistry before, SiteRegistry after) {
    var changed = new ArrayList<SiteChange>();
    int unchanged = 0;
    for (Site site : after.sites()) {
      Optional<SiteChange> change =
          before.findSite(site.id()).map(old -> SiteChange.between(old, site));
      if (change.isPresent() && change.get().isChange()) {
        changed.add(change.get());
      } else if (change.isPresent()) {
        unchanged++;
      }
    }
    return new RegistryDiff(onlyIn(after, before), onlyIn(before, after), changed, unchanged);
  }

  /** Of the removed sites those that an added one lies in the place of; they are in both lists. */
  public List<RenamedSites.Renaming> renamed() {
    return RenamedSites.between(removed, added);
  }

  private static List<Site> onlyIn(SiteRegistry one, SiteRegistry other) {
    return one.sites().stream().filter(site -> other.findSite(site.id()).isEmpty()).toList();
  }
}
