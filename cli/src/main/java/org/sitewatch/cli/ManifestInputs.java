package org.sitewatch.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.stac.SceneDigest;
import org.sitewatch.report.floor.FloorFile;
import org.sitewatch.report.floor.FloorShelf;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.SceneInput;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.report.work.WorkFolder;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Tile;

/** What a run's manifest says went into it. */
final class ManifestInputs {

  /** Between the keys of several grids of a site. */
  private static final String GRIDS = " ";

  private ManifestInputs() {}

  /** What a manifest says of the grids of a site's views. */
  static String gridKeys(List<SiteView> views) {
    return views.stream().map(view -> Tile.gridKey(view.grid())).collect(Collectors.joining(GRIDS));
  }

  /**
   * @param floors files that tell detection floors
   * @param reviews hashes of the files of verdicts that are taken in, by path
   */
  static RunInputs of(
      WorkFolder.Header header,
      Collection<FloorFile> floors,
      SortedMap<String, String> reviews,
      List<SiteInputs> sites,
      SceneCatalog catalog) {
    return new RunInputs(
        new RunInfo(header.runId(), header.period(), Version.text()),
        header.settings(),
        header.registryVersion(),
        FloorShelf.hashes(floors),
        reviews,
        scenes(sites, catalog),
        sites.stream().map(ManifestInputs::decision).toList());
  }

  private static SiteDecision decision(SiteInputs site) {
    return new SiteDecision(
        site.siteId(),
        String.join(GRIDS, site.gridKeys()),
        site.lookIds(),
        site.notes(),
        Sha256.of(tiles(site).getBytes(StandardCharsets.UTF_8)));
  }

  /** The tiles of a site that were read, as {@link SiteDecision#tilesSha256} is made of them. */
  static String tiles(SiteInputs site) {
    var lines = new StringBuilder();
    site.pixelHashes()
        .forEach((tile, sha256) -> lines.append(sha256).append("  ").append(tile).append('\n'));
    return lines.toString();
  }

  /** Every scene used, with one hash over the pixels that all sites used of it. */
  static List<SceneInput> scenes(List<SiteInputs> sites, SceneCatalog catalog) {
    var pixels = new TreeMap<String, StringBuilder>();
    for (SiteInputs site : sites) {
      for (Map.Entry<String, String> part : site.pixelHashes().entrySet()) {
        String scene = part.getKey().substring(0, part.getKey().lastIndexOf('.'));
        pixels
            .computeIfAbsent(scene, any -> new StringBuilder())
            .append(site.siteId())
            .append(' ')
            .append(part.getKey())
            .append(' ')
            .append(part.getValue())
            .append('\n');
      }
    }
    var inputs = new ArrayList<SceneInput>();
    pixels.forEach(
        (id, text) -> {
          Scene scene = catalog.getScene(id);
          SceneAsset first = scene.assets().get(0);
          inputs.add(
              new SceneInput(
                  id,
                  Location.withoutKey(first.href()),
                  Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)),
                  scene.acquisition().processingBaseline(),
                  scene.acquisition().offsetDecision(),
                  SceneDigest.of(scene)));
        });
    return inputs;
  }
}
