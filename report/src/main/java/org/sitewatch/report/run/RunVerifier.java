package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.sitewatch.sites.FileTree;

/** Recomputes every hash a manifest names, and compares its links with its neighbours. */
final class RunVerifier {
  private RunVerifier() {}

  /**
   * @param state the folder of its state
   * @param all complete runs of the workspace
   */
  static RunVerification verify(RunDirectory run, Path state, List<RunDirectory> all)
      throws IOException {
    RunManifest manifest = run.manifest();
    Optional<String> difference =
        difference("runs/" + run.id() + "/", manifest.files(), run.path());
    if (difference.isEmpty()) {
      difference = difference("state/" + run.id() + "/", manifest.state(), state);
    }
    return new RunVerification(
        run.id(),
        manifest.files().size() + manifest.state().size(),
        difference.orElse(""),
        chain(run, all));
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
