package org.sitewatch.report.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.UserException;

/**
 * The steps that make a run visible, and those that finish or undo them after the program was
 * killed in between.
 *
 * <ol>
 *   <li>run and state are written beside their places; run.json last seals them
 *   <li>a run to be replaced is moved aside: from here on the new one will stand
 *   <li>its state is moved aside, the new state moved in
 *   <li>the new run is moved in: the commit
 *   <li>what was moved aside is deleted
 * </ol>
 *
 * A run moved aside is still found by readers until the new one stands.
 */
final class RunCommit {
  /** How one thing is moved; a test breaks off here. */
  interface Mover {
    Mover ATOMIC = (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);

    void move(Path from, Path to) throws IOException;
  }

  private final RunPlaces places;
  private final Mover mover;

  RunCommit(RunPlaces places, Mover mover) {
    this.places = places;
    this.mover = mover;
  }

  /** Step 1. Nothing of it is visible. */
  void stage(RunInputs inputs, Optional<RunDirectory> previous, RunContent content)
      throws IOException {
    Path runFolder = Files.createDirectories(places.runPartial());
    Path stateFolder = Files.createDirectories(places.statePartial());
    content.run().writeTo(runFolder);
    content.state().writeTo(stateFolder);
    SortedMap<String, String> files = RunDirectory.hashes(runFolder);
    RunManifest manifest =
        new RunManifest(
            inputs,
            previous
                .map(before -> new PreviousRun(before.id(), before.manifestSha256()))
                .orElse(null),
            files,
            RunDirectory.hashes(stateFolder),
            content.registration(),
            content.budgets(),
            content.pools());
    Path sealing = runFolder.resolve("." + RunDirectory.MANIFEST);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sealing))) {
      ManifestWriter.write(manifest, out);
    }
    try (FileChannel channel = FileChannel.open(sealing, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    mover.move(sealing, runFolder.resolve(RunDirectory.MANIFEST));
  }

  /** Steps 2 to 5; also what is left of them. */
  void publish() throws IOException {
    if (FileTree.exists(places.run())) {
      mover.move(places.run(), places.runReplaced());
    }
    if (FileTree.exists(places.statePartial())) {
      if (FileTree.exists(places.state())) {
        FileTree.delete(places.stateReplaced());
        mover.move(places.state(), places.stateReplaced());
      }
      mover.move(places.statePartial(), places.state());
    }
    mover.move(places.runPartial(), places.run());
    clear();
  }

  /** Finishes a commit that had begun to replace a run, undoes one that had not. */
  void recover() throws IOException {
    boolean stands = FileTree.exists(places.run());
    if (!stands && FileTree.exists(places.runReplaced())) {
      if (sealed()) {
        publish();
        return;
      }
      if (FileTree.exists(places.stateReplaced())) {
        FileTree.delete(places.state());
        mover.move(places.stateReplaced(), places.state());
      }
      mover.move(places.runReplaced(), places.run());
    } else if (!stands && FileTree.exists(places.runPartial())) {
      // A first commit killed between its two moves: the state belongs to no run.
      FileTree.delete(places.state());
    }
    clear();
  }

  private void clear() throws IOException {
    FileTree.delete(places.runReplaced());
    FileTree.delete(places.stateReplaced());
    FileTree.delete(places.runPartial());
    FileTree.delete(places.statePartial());
  }

  /** Whether the waiting run and state are whole: after a power cut a rename may outlive bytes. */
  private boolean sealed() throws IOException {
    if (!RunDirectory.isComplete(places.runPartial())) {
      return false;
    }
    RunManifest manifest;
    try {
      manifest = RunDirectory.read(places.runPartial(), places.id()).manifest();
    } catch (UserException e) {
      return false; // the manifest itself is cut short
    }
    Path state = FileTree.exists(places.statePartial()) ? places.statePartial() : places.state();
    return manifest.files().equals(RunDirectory.hashes(places.runPartial()))
        && manifest.state().equals(RunDirectory.hashes(state));
  }
}
