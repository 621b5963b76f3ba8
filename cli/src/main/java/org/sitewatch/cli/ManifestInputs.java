package org.sitewatch.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitewatch.detect.Period;
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

  private final SceneCatalog catalog;
  private final Period period;
  private final List<SiteDecision> decisions = new ArrayList<>();
  private final TreeMap<String, MessageDigest> pixelsByScene = new TreeMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param period of the run: its looks are named, earlier ones hashed
   */
  ManifestInputs(SceneCatalog catalog, Period period) {
    this.catalog = catalog;
    this.period = period;
  }

  /** What a manifest says of the grids of a site's views. */
  static String gridKeys(List<SiteView> views) {
    return views.stream().map(view -> Tile.gridKey(view.grid())).collect(Collectors.joining(GRIDS));
  }

  /** Takes in the next site; what was read of it is not kept. */
  void add(SiteInputs site) {
    decisions.add(
        new SiteDecision(
            site.siteId(),
            String.join(GRIDS, site.gridKeys()),
            looksOfPeriod(site).map(this::once).toList(),
            site.notes().stream().map(this::once).toList(),
            earlier(site),
            Sha256.of(tiles(site).getBytes(StandardCharsets.UTF_8))));
    for (Map.Entry<String, String> part : site.pixelHashes().entrySet()) {
      String scene = part.getKey().substring(0, part.getKey().lastIndexOf('.'));
      String line = site.siteId() + ' ' + part.getKey() + ' ' + part.getValue() + '\n';
      pixelsByScene
          .computeIfAbsent(scene, any -> Sha256.digest())
          .update(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Stream<String> looksOfPeriod(SiteInputs site) {
    return site.lookIds().stream().filter(this::isOfPeriod);
  }

  private boolean isOfPeriod(String lookId) {
    return period.contains(catalog.getScene(lookId).date());
  }

  private SiteDecision.EarlierLooks earlier(SiteInputs site) {
    var text = new StringBuilder();
    int count = 0;
    for (String look : site.lookIds()) {
      if (!isOfPeriod(look)) {
        text.append(look).append('\n');
        count++;
      }
    }
    site.earlierNotes().forEach(note -> text.append(note).append('\n'));
    return new SiteDecision.EarlierLooks(
        count, Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Sites under one scene tell the same of it: memory holds it once. */
  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  /**
   * All that was taken in. To be asked once.
   *
   * @param floors files that tell detection floors
   * @param reviews hashes of the files of verdicts that are taken in, by path
   */
  RunInputs of(
      WorkFolder.Header header, Collection<FloorFile> floors, SortedMap<String, String> reviews) {
    return new RunInputs(
        new RunInfo(header.runId(), header.period(), Version.text()),
        header.settings(),
        header.registryVersion(),
        FloorShelf.hashes(floors),
        reviews,
        scenes(),
        decisions);
  }

  /** The tiles of a site that were read, as {@link SiteDecision#tilesSha256} is made of them. */
  static String tiles(SiteInputs site) {
    var lines = new StringBuilder();
    site.pixelHashes()
        .forEach((tile, sha256) -> lines.append(sha256).append("  ").append(tile).append('\n'));
    return lines.toString();
  }

  /**
   * Every scene used, with one hash over the pixels that all sites used of it. To be asked once.
   */
  List<SceneInput> scenes() {
    var inputs = new ArrayList<SceneInput>();
    pixelsByScene.forEach(
        (id, pixels) -> {
          Scene scene = catalog.getScene(id);
          SceneAsset first = scene.assets().get(0);
          inputs.add(
              new SceneInput(
                  id,
                  Location.withoutKey(first.href()),
                  HexFormat.of().formatHex(pixels.digest()),
                  scene.acquisition().processingBaseline(),
                  scene.acquisition().offsetDecision(),
                  SceneDigest.of(scene)));
        });
    return inputs;
  }
}
