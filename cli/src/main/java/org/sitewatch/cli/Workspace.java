package org.sitewatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.ingest.TileStoreForm;
import org.sitewatch.report.edit.RegistryShelf;
import org.sitewatch.report.floor.FloorShelf;
import org.sitewatch.report.review.ReviewShelf;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/**
 * Where things lie in a workspace.
 *
 * @param root absolute
 */
record Workspace(Path root) {
  static final String SETTINGS = "sitewatch.properties";

  /**
   * @throws UserException if the folder is not a workspace
   */
  static Workspace open(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    var workspace = new Workspace(root);
    if (!workspace.isThere()) {
      throw new UserException(
          ExitCode.USAGE,
          folder
              + " is not a workspace: it has no "
              + SETTINGS
              + "; run 'sitewatch init "
              + folder
              + "' first");
    }
    return workspace;
  }

  /** Whether there is a workspace, also after it was opened. */
  boolean isThere() {
    return Files.isRegularFile(settings());
  }

  Path settings() {
    return root.resolve(SETTINGS);
  }

  /** The registry planners edit: GeoPackage if there is one, else GeoJSON. Never both. */
  Path registry() {
    Path geoJson = root.resolve("sites.geojson");
    Path geoPackage = root.resolve("sites.gpkg");
    if (Files.exists(geoJson) && Files.exists(geoPackage)) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          root + " has both sites.geojson and sites.gpkg; keep the one that is up to date");
    }
    return Files.exists(geoPackage) ? geoPackage : geoJson;
  }

  Path scenes() {
    return root.resolve("scenes");
  }

  Path tiles() {
    return root.resolve("tiles");
  }

  /**
   * @throws UserException if it is of a form that this program does not read
   */
  TileStore tileStore() {
    TileStoreForm.check(tiles());
    return new TileStore(tiles().toString());
  }

  /** What sites have taught; deleting it changes no byte of any result. */
  Path models() {
    return root.resolve("models");
  }

  /** What simulate has found out: from which size on disturbances are seen. */
  FloorShelf floors() {
    return new FloorShelf(root.resolve("simulations"));
  }

  /** Verdicts that came back from the field. */
  ReviewShelf reviews() {
    return new ReviewShelf(root.resolve("reviews"));
  }

  /** Every version of the registry that a run was made with. */
  RegistryShelf registryVersions() {
    return new RegistryShelf(root.resolve("registry"));
  }

  Path state() {
    return root.resolve("state");
  }

  /** What detect found, before report commits it. */
  Path work(String run) {
    return root.resolve("work").resolve(run);
  }
}
