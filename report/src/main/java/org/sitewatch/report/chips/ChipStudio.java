package org.sitewatch.report.chips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.SiteViews;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.rank.RankedDisturbance;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;

/** Makes the pictures of a run's disturbances, out of the stored tiles. */
public final class ChipStudio {
  /** More pictures than anybody looks at. */
  public static final int MOST = 10_000;

  private final SceneCatalog catalog;
  private final TileStore store;
  private final LocalDate until;
  private final double maskDilation_m;

  /**
   * @param until the last UTC day of the run; later scenes are left aside
   * @param maskDilation_m as the run was judged with
   */
  public ChipStudio(SceneCatalog catalog, TileStore store, LocalDate until, double maskDilation_m) {
    this.catalog =
        new SceneCatalog(
            catalog.scenes().stream().filter(scene -> !scene.date().isAfter(until)).toList());
    this.store = store;
    this.until = until;
    this.maskDilation_m = maskDilation_m;
  }

  /**
   * Of the first disturbances that are new or alive. One whose tiles cannot be read has none.
   *
   * @param ranked in order of rank
   * @param most how many, 0 for none
   * @param folder is cleared and takes the files
   * @param warnings takes a sentence for each that should have pictures and has none
   */
  public Chips make(
      List<RankedDisturbance> ranked, int most, Path folder, Consumer<String> warnings) {
    var bySite = new TreeMap<String, List<Disturbance>>();
    var sites = new TreeMap<String, Site>();
    ranked.stream()
        .filter(one -> isShown(one.disturbance()))
        .limit(most)
        .forEach(
            one -> {
              sites.put(one.site().id(), one.site());
              bySite
                  .computeIfAbsent(one.site().id(), any -> new ArrayList<>())
                  .add(one.disturbance());
            });
    Map<String, List<SiteView>> views =
        SiteViews.of(List.copyOf(sites.values()), catalog).views().stream()
            .collect(Collectors.groupingBy(view -> view.site().id()));
    var chips = new TreeMap<String, Chip>();
    try {
      FileTree.delete(folder);
      for (Map.Entry<String, List<Disturbance>> site : bySite.entrySet()) {
        Files.createDirectories(folder);
        var ofSite = views.getOrDefault(site.getKey(), List.of());
        new SiteChips(ofSite, catalog, store, until, maskDilation_m, folder, warnings)
            .make(site.getValue(), chips);
      }
    } catch (IOException unwritable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          folder + ": cannot be written: " + unwritable.getMessage(),
          unwritable);
    }
    return new Chips(folder, chips);
  }

  private static boolean isShown(Disturbance disturbance) {
    return disturbance.alert().isNew() || !disturbance.alert().status().isOver();
  }
}
