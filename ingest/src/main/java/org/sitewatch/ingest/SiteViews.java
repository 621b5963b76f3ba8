package org.sitewatch.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;

/**
 * Which sensors can say something of which sites.
 *
 * @param views by site id and series; a site without any scene has none
 * @param failures by the id of a site that cannot be looked at: one sentence
 */
public record SiteViews(List<SiteView> views, SortedMap<String, String> failures) {
  public SiteViews {
    views = List.copyOf(views);
    failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
  }

  /**
   * @param sites in order of id
   */
  public static SiteViews of(List<Site> sites, SceneCatalog catalog) {
    var index = new SceneIndex(catalog.scenes());
    var views = new ArrayList<SiteView>();
    var failures = new TreeMap<String, String>();
    for (Site site : sites) {
      try {
        views.addAll(of(site, SameAcquisition.newestBaselines(index.covering(site))));
      } catch (UserException impossible) {
        failures.put(site.id(), impossible.getMessage());
      }
    }
    return new SiteViews(views, failures);
  }

  private static List<SiteView> of(Site site, SameAcquisition.Kept<Scene> kept) {
    var bySeries = new TreeMap<String, List<Scene>>();
    for (Scene scene : kept.scenes()) {
      bySeries.computeIfAbsent(SiteView.seriesOf(scene), any -> new ArrayList<>()).add(scene);
    }
    var views = new ArrayList<SiteView>();
    for (Map.Entry<String, List<Scene>> series : bySeries.entrySet()) {
      PixelGrid grid =
          SiteGrid.of(site, Sensor.ofId(series.getValue().get(0).sensor()), series.getValue());
      List<String> ids = series.getValue().stream().map(Scene::id).toList();
      var leftAside = new TreeMap<>(kept.leftAside());
      leftAside.keySet().retainAll(ids);
      views.add(new SiteView(site, series.getKey(), grid, ids, leftAside));
    }
    return views;
  }
}
