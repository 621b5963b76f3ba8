package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitewatch.ingest.source.SourceDoor;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.stac.HrefPolicy;
import org.sitewatch.ingest.stac.SceneFolder;
import org.sitewatch.ingest.stac.SceneRegistration;
import org.sitewatch.ingest.stac.profile.CatalogProfile;
import org.sitewatch.ingest.stac.profile.ProfileShelf;
import org.sitewatch.ingest.stac.search.FoundScene;
import org.sitewatch.ingest.stac.search.ItemCollection;
import org.sitewatch.ingest.stac.search.SceneSearch;
import org.sitewatch.ingest.stac.search.SearchResult;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sitewatch ingest search}: registers the scenes that a STAC API has of the sites. */
@Command(
    name = "search",
    description = "Registers scenes of the sites that a STAC API finds; reads headers, no pixels.",
    footer = {
      "",
      "Example: sitewatch ingest search --profile earth-search-s2 --since 2024-01-01 \\",
      "           --max-cloud 60 --workspace orkhon"
    })
final class IngestSearchCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private DryRunOption dryRun;
  @Mixin private SiteOptions chosen;
  @Mixin private SearchOptions options;
  @Mixin private RegistrationOptions registering;

  @Option(names = "--profiles", description = "List the catalogues that are known, and end.")
  private boolean listProfiles;

  @Option(names = "--matched", description = "Only print how many items match.")
  private boolean matched;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Write what was found as an ItemCollection, for 'ingest add'; register nothing.")
  private Path save;

  @Option(names = "--force", description = "Replace scenes of the same id, or the file of --save.")
  private boolean force;

  @Override
  public Integer call() {
    if (listProfiles) {
      ProfileText.lines(ProfileShelf.shipped(), shared.json()).forEach(shared::print);
      return ExitCode.DONE.code();
    }
    Workspace workspace = shared.workspace();
    if (save != null) {
      NewFile.checkFree(save, force);
    }
    Optional<CatalogProfile> profile = options.profile();
    WebAddress address = options.address(profile);
    var question = options.question(profile);
    profile
        .map(known -> known.notes().warning())
        .filter(word -> !word.isEmpty())
        .ifPresent(shared.log()::warn);
    var search =
        SceneSearch.open(SourceDoor.DEFAULT.client(), address, question, sites(workspace), profile);
    shared.log().info("search: " + search.described());
    var progress = new SearchProgress(shared.log());
    if (matched) {
      shared.print(count(search.matched(progress)));
      return ExitCode.DONE.code();
    }
    SearchResult result = search.run(progress);
    new SearchText(shared.log()).tell(result);
    int code = save == null ? register(workspace, address, result) : save(result);
    return code == ExitCode.DONE.code() && !result.failures().isEmpty()
        ? ExitCode.PARTIAL.code()
        : code;
  }

  private String count(long items) {
    return shared.json() ? "{\"matched\":" + items + "}" : Long.toString(items);
  }

  private List<Site> sites(Workspace workspace) {
    List<Site> valid = WorkspaceInputs.registry(workspace).validSites();
    if (valid.isEmpty()) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          workspace.registry()
              + " has no usable site; run 'sitewatch sites check' and mend what it lists");
    }
    return chosen.choose(valid);
  }

  private int save(SearchResult result) {
    if (!dryRun.isOn()) {
      // queries of addresses may be keys
      boolean secret =
          result.scenes().stream()
              .anyMatch(scene -> scene.item().path("assets").toString().contains("?"));
      byte[] items = ItemCollection.of(result.scenes());
      if (secret) {
        NewFile.writeSecret(save, items, force);
      } else {
        NewFile.write(save, items, force);
      }
    }
    if (shared.json()) {
      ObjectNode json = SearchText.json(result).put("dry_run", dryRun.isOn());
      shared.print(json.put("saved", save.toString()).toString());
    } else {
      shared.print(save.toString());
    }
    return ExitCode.DONE.code();
  }

  private int register(Workspace workspace, WebAddress address, SearchResult result) {
    return WorkspaceLock.during(
        workspace,
        "ingest search",
        () -> {
          var registration =
              new SceneRegistration(
                  workspace.root(),
                  new SceneFolder(workspace.scenes()).load(),
                  new HrefPolicy(List.of()),
                  force,
                  SourceDoor.DEFAULT);
          registering.offset_dn().ifPresent(registration::setOffset);
          var progress = new Progress("register", "scenes", shared.log());
          int done = 0;
          for (FoundScene scene : result.scenes()) {
            registration.addItem(scene.item(), address.toString(), address);
            progress.update(++done, result.scenes().size());
          }
          return new RegistrationStep(workspace, shared, dryRun.isOn())
              .finish(registration, SearchText.json(result));
        });
  }
}
