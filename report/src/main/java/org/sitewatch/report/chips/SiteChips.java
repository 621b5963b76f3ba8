package org.sitewatch.report.chips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.LookGround;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookImage;
import org.sitewatch.ingest.LookReader;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.EvidenceFile;
import org.sitewatch.sites.Sha256;

/** The pictures of one site's disturbances: each look is read once for all of them. */
final class SiteChips {
  private final List<SiteView> views;
  private final SceneCatalog catalog;
  private final TileStore store;
  private final LocalDate until;
  private final double maskDilation_m;
  private final Path folder;
  private final Consumer<String> warnings;

  /**
   * @param views of the site
   * @param folder takes the files
   */
  SiteChips(
      List<SiteView> views,
      SceneCatalog catalog,
      TileStore store,
      LocalDate until,
      double maskDilation_m,
      Path folder,
      Consumer<String> warnings) {
    this.views = views;
    this.catalog = catalog;
    this.store = store;
    this.until = until;
    this.maskDilation_m = maskDilation_m;
    this.folder = folder;
    this.warnings = warnings;
  }

  /**
   * @param target takes what was made, by id
   */
  void make(List<Disturbance> disturbances, SortedMap<String, Chip> target) throws IOException {
    var waiting = new ArrayList<>(disturbances);
    for (SiteView view : views) {
      var reader = LookReader.of(view, catalog, store, until);
      var sitters = new ArrayList<Sitter>();
      for (Disturbance one : disturbances) {
        OptionalInt after = indexOf(reader.looks(), one.timeline().afterScene());
        if (after.isPresent() && waiting.remove(one)) {
          sitters.add(new Sitter(one, reader.looks(), view, after.getAsInt()));
        }
      }
      if (!sitters.isEmpty()) {
        readLooks(view, reader, sitters);
      }
      for (Sitter sitter : sitters) {
        Optional<String> missing = sitter.missing();
        if (missing.isPresent()) {
          warn(sitter.disturbance(), missing.get());
        } else {
          sitter
              .missingBefore()
              .ifPresent(reason -> warn(sitter.disturbance(), "of before: " + reason));
          target.put(sitter.disturbance().id(), keep(sitter));
        }
      }
    }
    waiting.forEach(
        one ->
            warn(
                one,
                "scene '" + one.timeline().afterScene() + "' is no look of the site any more"));
  }

  private void warn(Disturbance one, String reason) {
    warnings.accept("disturbance '" + one.id() + "' has no picture: " + reason);
  }

  static OptionalInt indexOf(List<Look> looks, String sceneId) {
    return IntStream.range(0, looks.size())
        .filter(look -> looks.get(look).sceneIds().contains(sceneId))
        .findFirst();
  }

  private void readLooks(SiteView view, LookReader reader, List<Sitter> sitters) {
    boolean[] isRing = LookGround.ring(view.site(), view.grid());
    int[] ring = IntStream.range(0, isRing.length).filter(pixel -> isRing[pixel]).toArray();
    for (int look = 0; look < reader.looks().size(); look++) {
      int current = look;
      List<Sitter> wanting = sitters.stream().filter(one -> one.wants(current)).toList();
      if (wanting.isEmpty()) {
        continue;
      }
      try {
        LookImage image = reader.read(look);
        byte[] states = LookGround.states(image.judged(), 0, maskDilation_m);
        var around = GroundMean.of(image, states, IntStream.of(ring));
        wanting.forEach(one -> one.see(current, image, states, around));
      } catch (IOException unread) {
        wanting.forEach(one -> one.miss(current, unread.getMessage()));
      }
    }
  }

  private Chip keep(Sitter sitter) throws IOException {
    String id = sitter.disturbance().id();
    var files = new TreeMap<String, byte[]>();
    var pictures = new TreeMap<String, String>();
    sitter
        .pictures()
        .forEach(
            (kind, png) -> {
              String path = EvidenceFile.path(id, "_" + kind + ".png");
              pictures.put(kind, path);
              files.put(path, png);
            });
    Evidence evidence = sitter.evidence(pictures);
    files.put(EvidenceFile.path(id, ".json"), EvidenceFile.bytes(evidence));
    var sha256 = new TreeMap<String, String>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(
          folder.resolve(file.getKey().substring(EvidenceFile.FOLDER.length() + 1)),
          file.getValue());
      sha256.put(file.getKey(), Sha256.of(file.getValue()));
    }
    return new Chip(evidence, sha256);
  }
}
