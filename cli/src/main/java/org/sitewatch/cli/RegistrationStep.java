package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.ingest.stac.SceneRegistration;
import org.sitewatch.report.Counted;
import org.sitewatch.sites.ExitCode;

/**
 * What the commands that register scenes do in the end: keep what was found sound, tell the rest.
 */
final class RegistrationStep {
  private final Workspace workspace;
  private final SharedOptions shared;
  private final boolean dryRun;

  RegistrationStep(Workspace workspace, SharedOptions shared, boolean dryRun) {
    this.workspace = workspace;
    this.shared = shared;
    this.dryRun = dryRun;
  }

  /**
   * @param json what else to tell with {@code --json}
   * @return the exit code
   */
  int finish(SceneRegistration registration, ObjectNode json) {
    if (!registration.added().isEmpty() && !dryRun) {
      forgetTiles(registration.added());
      new SceneFolder(workspace.scenes()).save(registration.added());
    }
    if (!registration.refreshed().isEmpty() && !dryRun) {
      new SceneFolder(workspace.scenes()).save(registration.refreshed());
    }
    registration.refusals().forEach(shared.log()::warn);
    shared
        .log()
        .info(
            "%s added, %d known, %d refused"
                .formatted(
                    Counted.of(registration.added().size(), "scene"),
                    registration.unchanged(),
                    registration.refusals().size()));
    if (shared.json()) {
      put(json, registration);
      shared.print(json.toString());
    }
    if (registration.refusals().isEmpty()) {
      return ExitCode.DONE.code();
    }
    boolean some = registration.added().size() + registration.unchanged() > 0;
    return (some ? ExitCode.PARTIAL : ExitCode.UNAVAILABLE).code();
  }

  /** What was cut out of a scene that is replaced is not its picture any more. */
  private void forgetTiles(List<Scene> scenes) {
    var known = new SceneFolder(workspace.scenes()).load().byId().keySet();
    TileStore store = workspace.tileStore();
    scenes.stream().map(Scene::id).filter(known::contains).forEach(store::forget);
  }

  private void put(ObjectNode json, SceneRegistration registration) {
    json.put("dry_run", dryRun);
    ArrayNode added = json.putArray("added");
    registration.added().forEach(scene -> added.add(scene.id()));
    json.put("known", registration.unchanged());
    ArrayNode refused = json.putArray("refused");
    registration.refusals().forEach(refused::add);
  }
}
