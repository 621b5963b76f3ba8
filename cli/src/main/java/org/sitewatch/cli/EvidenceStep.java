package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.detect.job.SiteStates;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.LookReader;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.TileCheck;
import org.sitewatch.ingest.stac.SceneDigest;
import org.sitewatch.report.evidence.EvidencePack;
import org.sitewatch.report.evidence.EvidencePage;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.records.EvidenceFile;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.run.PreviousRun;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.run.RunVerification;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;

/** Gathers what speaks for one disturbance, all of it checked first. */
final class EvidenceStep {
  /** States of a look at the disturbed pixels in which it says something about them. */
  private static final Set<String> SPEAKING = Set.of("disturbed", "clear", "since");

  private final Workspace workspace;
  private final RunStore store;
  private final FoundDisturbance found;
  private final RunDirectory run;
  private final EvidencePack pack = new EvidencePack();

  EvidenceStep(Workspace workspace, RunStore store, FoundDisturbance found) {
    this.workspace = workspace;
    this.store = store;
    this.found = found;
    this.run = found.run();
  }

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} if a file of the run or of what it was
   *     made from is not what was recorded: it would be no evidence
   */
  byte[] zip() {
    String siteId = found.siteId();
    InputsCheck inputs = InputsCheck.of(workspace, run, siteId::equals);
    RunVerification held = store.verify(run.id()).and(inputs.files(), inputs.differences());
    if (!held.holds()) {
      throw new UserException(ExitCode.INTEGRITY, held.difference().orElseThrow());
    }
    Optional<Evidence> evidence = evidence();
    try {
      addRun(evidence);
      pack.add("disturbance.geojson", collection(List.of(found.feature())));
      addSite(siteId);
      SceneCatalog catalog = inputs.catalog();
      for (SiteInputs read : inputs.read()) {
        pack.add("tiles.txt", ManifestInputs.tiles(read));
      }
      var windows = new TreeSet<String>();
      for (SiteView view : inputs.views(siteId)) {
        addWindows(view, catalog, evidence, windows);
      }
      pack.add("evidence.html", page(evidence, List.copyOf(windows)));
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          "the evidence cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
    return pack.zip();
  }

  private Optional<Evidence> evidence() {
    return RunRecords.read(run.path(), run.id(), run.head().run().period()).disturbances().stream()
        .filter(one -> one.id().equals(id()))
        .findFirst()
        .flatMap(DisturbanceRecord::evidence);
  }

  private String id() {
    return found.properties().path("id").asText();
  }

  private void addRun(Optional<Evidence> evidence) throws IOException {
    pack.add("run/" + RunDirectory.MANIFEST, read(run.path().resolve(RunDirectory.MANIFEST)));
    if (evidence.isPresent()) {
      String looks = EvidenceFile.path(id(), ".json");
      pack.add("run/" + looks, read(run.path().resolve(looks)));
      for (String picture : evidence.get().pictures().values()) {
        pack.add("run/" + picture, read(run.path().resolve(picture)));
      }
    }
    String state = SiteStates.fileName(found.siteId());
    Optional<byte[]> bytes = store.findState(run, state);
    if (bytes.isPresent()) {
      pack.add("state/" + state, bytes.get());
    }
  }

  private void addSite(String siteId) {
    Path registry =
        workspace
            .root()
            .resolve("registry")
            .resolve(run.manifest().inputs().registrySha256() + ".geojson");
    pack.add(
        "site.geojson",
        collection(
            ReportedFeatures.features(registry).stream()
                .filter(one -> one.path("properties").path("id").asText().equals(siteId))
                .toList()));
  }

  /** Of the looks that say something about the disturbed pixels, before and after it began. */
  private void addWindows(
      SiteView view, SceneCatalog catalog, Optional<Evidence> evidence, Set<String> windows)
      throws IOException {
    Set<String> scenes = speaking(view, catalog, evidence);
    for (TileCheck tile : TileCheck.of(view, catalog, workspace.tileStore(), run.until())) {
      if (scenes.contains(tile.sceneId()) && tile.isThere()) {
        String path = workspace.root().relativize(tile.file()).toString().replace('\\', '/');
        pack.add(path, read(tile.file()));
        windows.add(path);
        pack.add(
            "scenes/" + Tile.siteKey(tile.sceneId()) + ".json",
            SceneDigest.bytes(catalog.getScene(tile.sceneId())));
      }
    }
  }

  /** All scenes of these looks. */
  private Set<String> speaking(SiteView view, SceneCatalog catalog, Optional<Evidence> evidence) {
    var looks = new TreeSet<String>();
    looks.add(found.properties().path("before_scene").asText());
    looks.add(found.properties().path("after_scene").asText());
    evidence.ifPresent(
        kept ->
            kept.looks().stream()
                .filter(look -> SPEAKING.contains(look.state()))
                .forEach(look -> looks.add(look.sceneId())));
    var scenes = new TreeSet<String>();
    for (Look look : LookReader.of(view, catalog, workspace.tileStore(), run.until()).looks()) {
      if (looks.contains(look.id())) {
        scenes.addAll(look.sceneIds());
      }
    }
    return scenes;
  }

  private byte[] page(Optional<Evidence> evidence, List<String> windows) {
    var inputs = run.manifest().inputs();
    return EvidencePage.of(
        new EvidencePage.Content(
            found.properties(),
            found.explanation(),
            evidence,
            windows,
            Map.of(
                "run", run.id(),
                "since", inputs.run().period().since().toString(),
                "until", run.until().toString(),
                "software", inputs.run().software(),
                "registry", inputs.registrySha256(),
                "previous", run.manifest().previous().map(PreviousRun::id).orElse("none"))));
  }

  private static String collection(List<JsonNode> features) {
    ObjectNode collection = JsonNodeFactory.instance.objectNode();
    collection.put("type", "FeatureCollection");
    collection.putArray("features").addAll(features);
    return collection + "\n";
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
