package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;

/** Recomputes every hash a manifest names, and compares its links with its neighbours. */
final class RunVerifier {
  private static final String OUTPUT_COST =
      "it is not what was found; restore it, or make the run again with --force";
  private static final String STATE_COST =
      "no run can go on from it; restore it, or make the run again with --force";
  private static final String REVIEWS_COST =
      "which verdicts the run took in cannot be shown; restore it";

  private final List<String> differences = new ArrayList<>();

  private RunVerifier() {}

  /**
   * @param workspace where the verdicts lie that it took in
   * @param state the folder of its state
   * @param all complete runs of the workspace
   */
  static RunVerification verify(
      RunDirectory run, Path workspace, Path state, List<RunDirectory> all) throws IOException {
    RunManifest manifest = run.manifest();
    SortedMap<String, String> reviews = manifest.inputs().reviews();
    var verifier = new RunVerifier();
    verifier.compare("runs/" + run.id() + "/", manifest.files(), run.path(), OUTPUT_COST);
    verifier.compare("state/" + run.id() + "/", manifest.state(), state, STATE_COST);
    verifier.compare("", reviews, hashes(workspace, reviews.keySet()), REVIEWS_COST);
    return new RunVerification(
        run.id(),
        manifest.files().size() + manifest.state().size() + reviews.size(),
        verifier.differences,
        chain(run, all));
  }

  /** Of those that are there; verdicts of later imports are no part of the run. */
  private static SortedMap<String, String> hashes(Path workspace, Set<String> paths)
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

  private void compare(String folder, SortedMap<String, String> recorded, Path path, String cost)
      throws IOException {
    try {
      compare(folder, recorded, RunDirectory.hashes(path), cost);
    } catch (FileTree.NotPlainException e) {
      differences.add(folder + e.getMessage());
    }
  }

  private void compare(
      String folder,
      SortedMap<String, String> recorded,
      SortedMap<String, String> found,
      String cost) {
    TreeSet<String> paths = new TreeSet<>(recorded.keySet());
    paths.addAll(found.keySet());
    for (String path : paths) {
      String then = recorded.get(path);
      String now = found.get(path);
      if (now == null) {
        differences.add(folder + path + " is missing: " + cost);
      } else if (then == null) {
        differences.add(folder + path + " is not part of the run: it was added later");
      } else if (!then.equals(now)) {
        differences.add(
            folder + path + " differs: sha256 recorded " + then + ", found " + now + ": " + cost);
      }
    }
  }

  private static List<String> chain(RunDirectory run, List<RunDirectory> all) {
    List<String> notes = new ArrayList<>();
    run.head()
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
          .head()
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
