package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.SiteViews;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;

/**
 * A workspace as it was before a run: its registry version, scenes, verdicts and floors copied, the
 * tiles and the runs before it by link ({@link FormerTiles}), nothing learnt. What is made in it
 * touches the other one nowhere.
 */
final class ScratchWorkspace implements AutoCloseable {
  private final Workspace scratch;

  private ScratchWorkspace(Workspace scratch) {
    this.scratch = scratch;
  }

  /** In the system's folder for temporary files. */
  static ScratchWorkspace before(RunDirectory run, Workspace workspace, RunStore runs) {
    try {
      var scratch = new Workspace(Files.createTempDirectory("sitewatch-").toRealPath());
      var made = new ScratchWorkspace(scratch);
      try {
        made.fill(run, workspace, runs);
      } catch (IOException | UserException unfinished) {
        made.close();
        throw unfinished;
      }
      return made;
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE, "no scratch folder can be written: " + e.getMessage(), e);
    }
  }

  Workspace workspace() {
    return scratch;
  }

  private void fill(RunDirectory run, Workspace workspace, RunStore runs) throws IOException {
    RunInputs inputs = run.manifest().inputs();
    Files.createFile(scratch.settings());
    copyRegistry(inputs.registrySha256(), workspace);
    new SceneFolder(scratch.scenes()).save(scenes(run, workspace));
    copy(inputs.reviews().keySet(), workspace);
    copy(inputs.floors().keySet(), workspace);
    if (Files.isDirectory(workspace.tiles())) {
      SceneCatalog catalog = new SceneFolder(scratch.scenes()).load();
      FormerTiles.link(
          inputs,
          SiteViews.of(WorkspaceInputs.registry(scratch).validSites(), catalog).views(),
          catalog,
          new TileStore(workspace.tiles().toRealPath().toString()),
          scratch.tiles());
    }
    for (String kind : List.of("runs", "state")) {
      Files.createDirectories(scratch.root().resolve(kind));
      for (RunDirectory before : runs.listRuns()) {
        Path folder = workspace.root().resolve(kind).resolve(before.id());
        if (before.until().isBefore(run.until()) && Files.isDirectory(folder)) {
          Files.createSymbolicLink(
              scratch.root().resolve(kind).resolve(before.id()), folder.toRealPath());
        }
      }
    }
  }

  /**
   * The registry's own file where it is still that version: only there are its unusable entries.
   */
  private void copyRegistry(String version, Workspace workspace) throws IOException {
    FileTree.copy(workspace.root().resolve("registry"), scratch.root().resolve("registry"));
    Path now = workspace.registry();
    boolean same =
        Files.exists(now)
            && WorkspaceInputs.registry(workspace).registry().version().equals(version);
    Path kept = workspace.root().resolve("registry").resolve(version + ".geojson");
    if (!same && !Files.exists(kept)) {
      throw new UserException(
          ExitCode.INTEGRITY, kept + " is missing: the run cannot be made again without it");
    }
    Files.copy(
        same ? now : kept,
        scratch.root().resolve(same ? now.getFileName().toString() : "sites.geojson"));
  }

  private void copy(Collection<String> paths, Workspace workspace) throws IOException {
    for (String path : paths) {
      Path target = scratch.root().resolve(path);
      Files.createDirectories(target.getParent());
      Files.copy(workspace.root().resolve(path), target);
    }
  }

  /**
   * What the run knew: the scenes it read, those it had to leave out, and those that no site looks
   * at. The others came later.
   */
  private List<Scene> scenes(RunDirectory run, Workspace workspace) {
    RunInputs inputs = run.manifest().inputs();
    List<Site> sites = WorkspaceInputs.registry(scratch).validSites();
    var all =
        new SceneCatalog(
            new SceneFolder(workspace.scenes())
                .load().scenes().stream()
                    .filter(scene -> !scene.date().isAfter(run.until()))
                    .toList());
    List<SiteView> views = SiteViews.of(sites, all).views();
    var known = new HashSet<String>();
    LeftOutLook.list(inputs.sites(), views, all, workspace.tileStore(), run.until())
        .forEach(leftOut -> known.addAll(leftOut.look().sceneIds()));
    inputs.scenes().forEach(scene -> known.add(scene.id()));
    var looked = new HashSet<String>();
    views.forEach(view -> looked.addAll(view.sceneIds()));
    return all.scenes().stream()
        .filter(scene -> known.contains(scene.id()) || !looked.contains(scene.id()))
        .toList();
  }

  @Override
  public void close() {
    try {
      FileTree.delete(scratch.root());
    } catch (IOException left) {
      throw new UserException(
          ExitCode.UNAVAILABLE, scratch.root() + " cannot be deleted: " + left.getMessage(), left);
    }
  }
}
