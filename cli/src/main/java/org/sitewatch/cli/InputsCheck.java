package org.sitewatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.job.SiteInputs;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.SiteViews;
import org.sitewatch.ingest.stac.SceneDigest;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunInputs;
import org.sitewatch.report.run.SceneInput;
import org.sitewatch.report.run.SiteDecision;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.SiteRegistry;

/**
 * What a run was made from against what the workspace holds now: the version of the registry, the
 * catalog's entries of the scenes, and the tiles.
 */
final class InputsCheck {
  private static final String REGISTRY_COST =
      "the outlines that the run was judged by cannot be shown; restore it";
  private static final String SCENE_COST =
      "how its codes were read cannot be shown; restore it, make the run again with --force if it"
          + " was corrected since, or register the scene again with"
          + " 'sitewatch ingest add'";

  private static final String FLOOR_COST =
      "the detection floor that the run tells cannot be shown; restore it";

  private final Workspace workspace;
  private final RunInputs then;
  private final Period period;
  private final List<SiteDecision> sites;
  private final List<String> differences = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final TreeMap<String, Scene> used = new TreeMap<>();
  private final TreeMap<String, Scene> known = new TreeMap<>();
  private Map<String, List<SiteView>> views = Map.of();
  private List<SiteTilesCheck> checks = List.of();
  private int files;

  private InputsCheck(Workspace workspace, RunDirectory run, Predicate<String> siteIds) {
    this.workspace = workspace;
    this.then = run.manifest().inputs();
    this.period = then.run().period();
    this.sites = then.sites().stream().filter(site -> siteIds.test(site.siteId())).toList();
  }

  static InputsCheck of(Workspace workspace, RunDirectory run) {
    return of(workspace, run, any -> true);
  }

  /** Of the tiles those of some sites only. */
  static InputsCheck of(Workspace workspace, RunDirectory run, Predicate<String> siteIds) {
    var check = new InputsCheck(workspace, run, siteIds);
    check.checkFloors();
    check.checkScenes();
    check.findRegistry().ifPresent(check::checkTiles);
    return check;
  }

  /** A sentence for each file that is not what the run was made from, and what that costs. */
  List<String> differences() {
    return differences;
  }

  /** What is there and named nowhere. */
  List<String> notes() {
    return notes;
  }

  int files() {
    return files;
  }

  /** By which a site was judged. */
  List<SiteView> views(String siteId) {
    return views.getOrDefault(siteId, List.of());
  }

  /** The scenes that the run used, and those of looks it had to leave out. */
  SceneCatalog catalog() {
    return new SceneCatalog(List.copyOf(known.values()));
  }

  /** What was read of the sites. */
  List<SiteInputs> read() {
    return checks.stream().map(SiteTilesCheck::read).toList();
  }

  private List<SceneInput> scenesNow(SceneCatalog catalog) {
    var now = new ManifestInputs(catalog, period);
    read().forEach(now::add);
    return now.scenes();
  }

  private Optional<SiteRegistry> findRegistry() {
    files++;
    String version = then.registrySha256();
    Optional<SiteRegistry> kept = workspace.registryVersions().find(version);
    if (kept.isPresent()) {
      return kept;
    }
    differences.add(
        "registry/"
            + version
            + ".geojson is missing or does not have the sha256 that is its name: "
            + REGISTRY_COST);
    try {
      SiteRegistry now = WorkspaceInputs.registry(workspace).registry();
      return Optional.of(now).filter(registry -> registry.version().equals(version));
    } catch (UserException noneOfUse) {
      return Optional.empty();
    }
  }

  private void checkFloors() {
    then.floors()
        .forEach(
            (path, sha256) -> {
              files++;
              Path file = workspace.root().resolve(path);
              try {
                if (!Sha256.of(file).equals(sha256)) {
                  differences.add(path + " differs: " + FLOOR_COST);
                }
              } catch (IOException unreadable) {
                differences.add(path + " is missing or cannot be read: " + FLOOR_COST);
              }
            });
  }

  private void checkScenes() {
    var folder = new SceneFolder(workspace.scenes());
    Map<String, String> faults = new TreeMap<>(folder.faults());
    for (SceneInput scene : then.scenes()) {
      files++;
      String name = folder.fileOf(scene.id()).getFileName().toString();
      Optional<String> fault = fault(scene, folder);
      Optional<String> ofCatalog = Optional.ofNullable(faults.remove(name));
      fault
          .or(() -> ofCatalog)
          .ifPresent(what -> differences.add("scenes/" + name + " " + what + ": " + SCENE_COST));
    }
    Optional.ofNullable(faults.remove("catalog.json"))
        .ifPresent(what -> differences.add("scenes/catalog.json " + what));
    faults.forEach((name, what) -> notes.add("scenes/" + name + " " + what));
  }

  private Optional<String> fault(SceneInput then, SceneFolder folder) {
    try {
      Optional<Scene> now = folder.find(then.id());
      if (now.isEmpty()) {
        return Optional.of("is missing");
      }
      if (!now.get().id().equals(then.id())) {
        return Optional.of("holds scene '" + now.get().id() + "'");
      }
      if (!then.itemSha256().isEmpty() && !then.itemSha256().equals(SceneDigest.of(now.get()))) {
        return Optional.of("differs from what the run was made with");
      }
      used.put(then.id(), now.get());
      return Optional.empty();
    } catch (UserException broken) {
      return Optional.of("cannot be read");
    }
  }

  private void checkTiles(SiteRegistry registry) {
    addKnown(registry);
    views = viewsThen(registry);
    SceneCatalog catalog = catalog();
    boolean allScenes = used.size() == then.scenes().size();
    checks =
        sites.parallelStream()
            .map(
                site ->
                    SiteTilesCheck.of(
                        site,
                        views.getOrDefault(site.siteId(), List.of()),
                        catalog,
                        workspace,
                        period))
            .toList();
    Set<String> registered = new HashSet<>();
    checks.forEach(check -> files += check.files());
    checks.forEach(check -> differences.addAll(check.differences()));
    checks.forEach(check -> notes.addAll(unknown(check.unnamed(), registered)));
    for (SiteTilesCheck check : checks) {
      for (String look : check.readSince()) {
        notes.add(
            "look "
                + look
                + " of site '"
                + check.read().siteId()
                + "' could not be read when the run was made and can be now; scan with --force"
                + " makes the run anew");
      }
    }
    boolean whole = checks.stream().allMatch(check -> check.differences().isEmpty());
    if (allScenes && whole) {
      checkReplaced(catalog);
    }
  }

  /** Tiles that are whole in themselves and yet not the run's lie where site and scene cross. */
  private void checkReplaced(SceneCatalog catalog) {
    Map<String, String> now =
        scenesNow(catalog).stream().collect(Collectors.toMap(SceneInput::id, SceneInput::sha256));
    boolean allSites = checks.size() == then.sites().size();
    List<String> scenes =
        then.scenes().stream()
            .filter(scene -> allSites && !scene.sha256().equals(now.get(scene.id())))
            .map(SceneInput::id)
            .toList();
    List<String> others =
        checks.stream()
            .filter(SiteTilesCheck::isOther)
            .map(check -> check.read().siteId())
            .toList();
    if (!scenes.isEmpty() || !others.isEmpty()) {
      differences.add(
          "tiles/: pixels"
              + (scenes.isEmpty() ? "" : " of scene " + String.join(", ", scenes))
              + (others.isEmpty() ? "" : " at site " + String.join(", ", others))
              + " are not those that the run read, though each tile is whole: they were put there"
              + " later; restore the tiles, or make the run again with --force");
    }
  }

  /** Files that belong to no scene that is registered, for instance later than the run. */
  private List<String> unknown(List<String> unnamed, Set<String> registered) {
    if (!unnamed.isEmpty() && registered.isEmpty()) {
      new SceneFolder(workspace.scenes()).fileNames().forEach(registered::add);
    }
    return unnamed.stream()
        .filter(file -> registered.stream().noneMatch(scene -> isOf(file, scene)))
        .map(file -> file + " is named nowhere")
        .toList();
  }

  private static boolean isOf(String file, String scene) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return name.startsWith(scene + ".") && name.endsWith(".tif");
  }

  /** By site; a scene that could not be read may have had a say in which grid was chosen. */
  private Map<String, List<SiteView>> viewsThen(SiteRegistry registry) {
    List<Scene> scenes = new ArrayList<>(known.values());
    Map<String, List<SiteView>> ofUsed = viewsOf(registry, scenes);
    if (!areThen(ofUsed)) {
      try {
        Map<String, Scene> all = registeredThen();
        Map<String, List<SiteView>> ofAll = viewsOf(registry, List.copyOf(all.values()));
        if (areThen(ofAll)) {
          return narrowed(ofAll);
        }
      } catch (UserException broken) {
        return ofUsed; // told already
      }
    }
    return ofUsed;
  }

  /** All that are registered up to the run's last day, and the used ones as they were checked. */
  private Map<String, Scene> registeredThen() {
    var all = new HashMap<String, Scene>();
    new SceneFolder(workspace.scenes())
        .load().scenes().stream()
            .filter(scene -> !scene.date().isAfter(period.until()))
            .forEach(scene -> all.put(scene.id(), scene));
    all.putAll(used);
    return all;
  }

  private void addKnown(SiteRegistry registry) {
    known.putAll(used);
    if (sites.stream().noneMatch(SiteDecision::hasLeftOut)) {
      return;
    }
    try {
      Map<String, Scene> all = registeredThen();
      List<SiteView> ofAll =
          viewsOf(registry, List.copyOf(all.values())).values().stream()
              .flatMap(List::stream)
              .toList();
      var catalog = new SceneCatalog(all.values());
      LeftOutLook.list(sites, ofAll, catalog, workspace.tileStore(), period.until()).stream()
          .flatMap(leftOut -> leftOut.look().sceneIds().stream())
          .forEach(id -> known.put(id, all.get(id)));
    } catch (UserException broken) {
      return; // told already
    }
  }

  private Map<String, List<SiteView>> narrowed(Map<String, List<SiteView>> views) {
    return views.values().stream()
        .flatMap(List::stream)
        .map(
            view ->
                new SiteView(
                    view.site(),
                    view.series(),
                    view.grid(),
                    view.sceneIds().stream().filter(known::containsKey).toList(),
                    view.leftAside()))
        .collect(Collectors.groupingBy(view -> view.site().id()));
  }

  private Map<String, List<SiteView>> viewsOf(SiteRegistry registry, List<Scene> scenes) {
    Set<String> judged = sites.stream().map(SiteDecision::siteId).collect(Collectors.toSet());
    List<Site> known =
        registry.sites().stream().filter(site -> judged.contains(site.id())).toList();
    return SiteViews.of(known, new SceneCatalog(scenes)).views().stream()
        .collect(Collectors.groupingBy(view -> view.site().id()));
  }

  private boolean areThen(Map<String, List<SiteView>> views) {
    return sites.stream()
        .allMatch(
            site ->
                ManifestInputs.gridKeys(views.getOrDefault(site.siteId(), List.of()))
                    .equals(site.grid()));
  }
}
