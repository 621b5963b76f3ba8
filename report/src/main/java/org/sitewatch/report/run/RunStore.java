package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * The runs of a workspace: {@code runs/RUN} with {@code state/RUN}, each complete or absent. A
 * reader needs no lock; of writers there may be one at a time, which the caller sees to.
 */
public final class RunStore {
  private final Path workspace;
  private final RunCommit.Mover mover;
  private final KnownRuns known = new KnownRuns();

  /**
   * @param workspace its root folder
   */
  public RunStore(Path workspace) {
    this(workspace, RunCommit.Mover.ATOMIC);
  }

  RunStore(Path workspace, RunCommit.Mover mover) {
    this.workspace = workspace;
    this.mover = mover;
  }

  /** All complete runs by their last day, then id. */
  public List<RunDirectory> listRuns() {
    List<RunDirectory> runs = new ArrayList<>();
    for (String id : ids()) {
      findRun(id).ifPresent(runs::add);
    }
    runs.sort(RunDirectory.ORDER);
    return List.copyOf(runs);
  }

  /** A folder without a manifest is no run, nor is one whose name is no id. */
  public Optional<RunDirectory> findRun(String id) {
    if (!RunInfo.isId(id)) {
      return Optional.empty();
    }
    RunPlaces places = RunPlaces.of(workspace, id);
    for (Path path : List.of(places.run(), places.runReplaced())) {
      if (RunDirectory.isComplete(path)) {
        return Optional.of(known.read(path, id));
      }
    }
    return Optional.empty();
  }

  public RunDirectory getRun(String id) {
    return findRun(id)
        .orElseThrow(
            () ->
                new UserException(
                    ExitCode.USAGE,
                    "no run '"
                        + id
                        + "' in runs/; there are "
                        + listRuns().stream().map(RunDirectory::id).toList()));
  }

  /** The newest complete run that ends before a day: where the next one goes on from. */
  public Optional<RunDirectory> findNewestBefore(LocalDate until) {
    return listRuns().stream()
        .filter(run -> run.until().isBefore(until))
        .reduce((first, second) -> second);
  }

  /** Runs that were made after another version of the run before them: a scan again is due. */
  public List<RunDirectory> listStale() {
    List<RunDirectory> runs = listRuns();
    return runs.stream().filter(run -> replacedBefore(run).isPresent()).toList();
  }

  /**
   * Whether the run is there and still holds, to be asked before any work is done.
   *
   * @param force replace what differs
   * @return empty if the run has to be made
   * @throws UserException with {@link ExitCode#USAGE}, naming what changed, without force
   */
  public Optional<RunDirectory> findUnchanged(RunInputs inputs, boolean force) {
    Optional<RunDirectory> existing = findRun(inputs.run().id());
    if (existing.isEmpty()) {
      return Optional.empty();
    }
    List<String> changes =
        new ArrayList<>(InputChanges.between(existing.get().manifest().inputs(), inputs));
    replacedBefore(existing.get()).ifPresent(id -> changes.add("run " + id + " before it"));
    if (changes.isEmpty()) {
      return existing;
    }
    if (force) {
      return Optional.empty();
    }
    throw new UserException(
        ExitCode.USAGE,
        "run "
            + inputs.run().id()
            + " exists and was made from other inputs: "
            + InputChanges.brief(changes)
            + "; --force replaces it");
  }

  /**
   * Makes a run, or leaves an existing one of the same inputs untouched.
   *
   * @throws UserException as {@link #findUnchanged}, and where something cannot be written
   */
  public RunDirectory commit(RunInputs inputs, RunContent content, boolean force) {
    recover();
    Optional<RunDirectory> unchanged = findUnchanged(inputs, force);
    if (unchanged.isPresent()) {
      return unchanged.get();
    }
    RunPlaces places = RunPlaces.of(workspace, inputs.run().id());
    checkFree(places);
    Optional<RunDirectory> previous = findNewestBefore(inputs.run().period().until());
    RunCommit commit = new RunCommit(places, mover);
    try {
      if (!FileTree.exists(places.run())) {
        FileTree.delete(places.state());
      }
      commit.stage(inputs, previous, content);
      commit.publish();
    } catch (IOException e) {
      throw IoReason.cannot("write runs/" + inputs.run().id(), e);
    }
    return getRun(inputs.run().id());
  }

  /** Finishes or undoes what a killed commit left; done by every commit. */
  public void recover() {
    TreeSet<String> ids = new TreeSet<>();
    for (String folder : List.of("runs", "state")) {
      for (String name : names(folder)) {
        RunPlaces.waitingId(name).ifPresent(ids::add);
      }
    }
    for (String id : ids) {
      try {
        new RunCommit(RunPlaces.of(workspace, id), mover).recover();
      } catch (IOException e) {
        throw IoReason.cannot("clean up after a killed commit of run " + id, e);
      }
    }
  }

  public RunVerification verify(String id) {
    try {
      RunDirectory run = getRun(id);
      return RunVerifier.verify(run, workspace, RunPlaces.of(workspace, id).state(), listRuns());
    } catch (IOException e) {
      throw IoReason.cannot("verify run " + id, e);
    }
  }

  /**
   * One file of the state of a run, checked against its manifest.
   *
   * @param path relative to state/RUN
   * @return empty if the run has no such file
   * @throws UserException with {@link ExitCode#INTEGRITY} if the bytes are not the recorded ones
   */
  public Optional<byte[]> findState(RunDirectory run, String path) {
    String recorded = run.states().get(path);
    if (recorded == null) {
      return Optional.empty();
    }
    RunPlaces places = RunPlaces.of(workspace, run.id());
    for (Path folder : List.of(places.state(), places.stateReplaced())) {
      try {
        Path file = folder.resolve(path);
        if (FileTree.exists(file)) {
          byte[] bytes = Files.readAllBytes(file);
          if (Sha256.of(bytes).equals(recorded)) {
            return Optional.of(bytes);
          }
        }
      } catch (IOException e) {
        throw IoReason.cannot("read state/" + run.id() + "/" + path, e);
      }
    }
    throw new UserException(
        ExitCode.INTEGRITY,
        "state/"
            + run.id()
            + "/"
            + path
            + " is missing or not what run "
            + run.id()
            + " recorded; restore it or scan that week again with --force");
  }

  private Optional<String> replacedBefore(RunDirectory run) {
    return run.head()
        .previous()
        .filter(
            link ->
                findRun(link.id())
                    .filter(before -> !before.manifestSha256().equals(link.sha256()))
                    .isPresent())
        .map(PreviousRun::id);
  }

  private static void checkFree(RunPlaces places) {
    if (FileTree.exists(places.run()) && !RunDirectory.isComplete(places.run())) {
      throw new UserException(
          ExitCode.USAGE,
          "runs/" + places.id() + " is in the way: it holds no run.json; move it elsewhere");
    }
  }

  private TreeSet<String> ids() {
    TreeSet<String> ids = new TreeSet<>();
    for (String name : names("runs")) {
      ids.add(RunPlaces.waitingId(name).orElse(name));
    }
    return ids;
  }

  private TreeSet<String> names(String folder) {
    TreeSet<String> names = new TreeSet<>();
    Path path = workspace.resolve(folder);
    if (!Files.isDirectory(path)) {
      return names;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    } catch (DirectoryIteratorException e) {
      throw IoReason.cannot("list " + folder + "/", e.getCause());
    } catch (IOException e) {
      throw IoReason.cannot("list " + folder + "/", e);
    }
    return names;
  }
}
