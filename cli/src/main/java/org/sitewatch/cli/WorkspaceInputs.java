package org.sitewatch.cli;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.SiteViews;
import org.sitewatch.report.ledger.RegistryFailure;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryFinding;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.SiteImport;

/**
 * What a workspace holds, read and checked once a command.
 *
 * @param sites the usable ones that were chosen
 * @param unusable registry entries that cannot be served, and why
 * @param registry all of it
 * @param catalog scenes up to the day asked for
 * @param views what is to be judged, by site and sensor
 */
record WorkspaceInputs(
    List<Site> sites,
    List<RegistryFailure> unusable,
    SiteImport registry,
    SceneCatalog catalog,
    List<SiteView> views) {

  /**
   * @param registered all scenes of the workspace
   * @param until scenes after this UTC day are left aside
   * @param choice a run of some sites says nothing of others, not even that they are unusable
   * @throws UserException if there is no registry or no usable site in it
   */
  static WorkspaceInputs load(
      Workspace workspace, SceneCatalog registered, SiteOptions choice, LocalDate until, Log log) {
    SiteImport registry = registry(workspace);
    var unusable = new ArrayList<RegistryFailure>();
    if (choice.all()) {
      registry.errors().forEach(error -> unusable.add(failure(error)));
    }
    unusable.forEach(failure -> log.warn(failure.reason()));
    if (registry.validSites().isEmpty()) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          workspace.registry()
              + " has no usable site; run 'sitewatch sites check' and mend what it lists");
    }
    List<Site> sites = choice.choose(registry.validSites());
    var catalog =
        new SceneCatalog(
            registered.scenes().stream().filter(scene -> !scene.date().isAfter(until)).toList());
    SiteViews views = SiteViews.of(sites, catalog);
    views.failures().values().forEach(log::warn);
    views.views().stream().flatMap(view -> view.tooLarge().stream()).forEach(log::warn);
    views.failures().forEach((id, reason) -> unusable.add(new RegistryFailure(id, "", reason)));
    return new WorkspaceInputs(
        sites.stream().filter(site -> !views.failures().containsKey(site.id())).toList(),
        unusable,
        registry,
        catalog,
        views.views());
  }

  /** sha256 of the registry. */
  String registryVersion() {
    return registry.registry().version();
  }

  /** Looks of sites up to the last day, at most: passes of one day may come in several scenes. */
  long looks() {
    return views.stream().mapToLong(view -> view.sceneIds().size()).sum();
  }

  /**
   * The registry with all that is wrong in it.
   *
   * @throws UserException if there is none
   */
  static SiteImport registry(Workspace workspace) {
    if (!Files.exists(workspace.registry())) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          workspace.registry() + " is not there; run 'sitewatch sites import FILE' first");
    }
    return RegistryReader.read(workspace.registry());
  }

  /** An error without a site's id is of a feature without one, or of the whole file. */
  private static RegistryFailure failure(RegistryFinding error) {
    return new RegistryFailure(error.siteId(), "", error.message());
  }
}
