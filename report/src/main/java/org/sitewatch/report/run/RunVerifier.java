package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;

/** Recomputes every hash a manifest names, and compares its links with its neighbours. */
final class RunVerifier {
  private RunVerifier() {}

  /**
   * @param workspace where the verdicts lie that it took in
   * @param state the folder of its state
   * @param all complete runs of the workspace
   */
  static RunVerification verify(
      RunDirectory run, Path workspace, Path state, List<RunDirectory> all) throws IOException {
    RunManifest manifest = run.manifest();
    Optional<String> difference =
        difference("runs/" + run.id() + "/", manifest.files(), run.path());
    if (difference.isEmpty()) {
      difference = difference("state/" + run.id() + "/", manifest.state(), state);
    }
    SortedMap<String, String> reviews = manifest.inputs().reviews();
    if (difference.isEmpty()) {
      difference = difference("", reviews, reviewHashes(workspace, reviews.keySet()));
    }
    return new RunVerification(
        run.id(),
        manifest.files().size() + manifest.state().size() + reviews.size(),
        difference.orElse(""),
        chain(run, all));
  }

  /** Of those that are there; verdicts of later imports are no part of the run. */
  private static SortedMap<String, String> reviewHashes(Path workspace, Set<String> paths)
      throws IOException {
    var hashes = new TreeMap<String, String>();
    for (String path : paths) {
      Path file = workspace.resolve(path);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        hashes.put(path, Sha256.of(file));
      }
    }
    return hashes;
  }

  private static Optional<String> difference(
      String folder, SortedMap<String, String> recorded, Path path) throws IOException {
    try {
      return difference(folder, recorded, RunDirectory.hashes(path));
    } catch (FileTree.NotPlainException e) {
      return Optional.of(folder + e.getMessage());
    }
  }

  private static Optional<String> difference(
      String folder, SortedMap<String, String> recorded, SortedMap<String, String> found) {
    TreeSet<String> paths = new TreeSet<>(recorded.keySet());
    paths.addAll(found.keySet());
    for (String path : paths) {
      String then = recorded.get(path);
      String now = found.get(path);
      if (now == null) {
        return Optional.of(folder + path + " is missing");
      }
      if (then == null) {
        return Optional.of(folder + path + " is not part of the run: it was added later");
      }
      if (!then.equals(now)) {
        return Optional.of(folder + path + " differs: sha256 recorded " + then + ", found " + now);
      }
    }
    return Optional.empty();
  }

  private static List<String> chain(RunDirectory run, List<RunDirectory> all) {
    List<String> notes = new ArrayList<>();
    run.manifest()
        .previous()
        .ifPresent(
            link ->
                all.stream()
                    .filter(other -> other.id().equals(link.id()))
                    .findFirst()
                    .ifPresentOrElse(
                        before -> checkLink(run, before, link, notes),
                        () -> notes.add("run " + link.id() + " before it is not there any more")));
    for (RunDirectory after : all) {
      after
          .manifest()
          .previous()
          .filter(link -> link.id().equals(run.id()))
          .ifPresent(link -> checkLink(after, run, link, notes));
    }
    return notes;
  }

  private static void checkLink(
      RunDirectory after, RunDirectory before, PreviousRun link, List<String> notes) {
    if (!link.sha256().equals(before.manifestSha256())) {
      notes.add(
          "run "
              + after.id()
              + " was made after another "
              + RunDirectory.MANIFEST
              + " of run "
              + before.id()
              + ": sha256 recorded "
              + link.sha256()
              + ", found "
              + before.manifestSha256()
              + "; it was edited, or replaced by --force and run "
              + after.id()
              + " has to be made again");
    }
  }
}
