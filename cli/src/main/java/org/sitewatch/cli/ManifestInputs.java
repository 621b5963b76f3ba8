package org.sitewatch.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneAsset;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.report.floor.FloorFile;
import org.sitewatch.report.floor.FloorShelf;
import org.sitewatch.report.run.RunInfo;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.SceneInput;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.report.work.WorkFolder;
import org.sitewatch.sites.Sha256;

/** What a run's manifest says went into it. */
final class ManifestInputs {

  private ManifestInputs() {}

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
        site.siteId(), String.join(" ", site.gridKeys()), site.lookIds(), site.notes());
  }

  /** Every scene used, with one hash over the pixels that all sites used of it. */
  private static List<SceneInput> scenes(List<SiteInputs> sites, SceneCatalog catalog) {
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
                  first.href(),
                  Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)),
                  scene.acquisition().processingBaseline(),
                  scene.acquisition().offsetDecision()));
        });
    return inputs;
  }
}
