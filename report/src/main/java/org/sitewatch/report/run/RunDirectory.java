package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * A complete run on disk.
 *
 * @param manifestSha256 of its run.json, what the next run's chain names
 */
public record RunDirectory(Path path, RunManifest manifest, String manifestSha256) {
  public static final String MANIFEST = "run.json";

  /** Below it nothing is hashed or compared: timings, host, hrefs as fetched. */
  public static final String LOG = "log";

  static final Comparator<RunDirectory> ORDER =
      Comparator.comparing(RunDirectory::until).thenComparing(RunDirectory::id);

  private static final long LARGEST_MANIFEST_BYTES = 1L << 30;

  public String id() {
    return manifest.inputs().run().id();
  }

  /** Whether only some sites of the registry were asked for. */
  public boolean isOfSomeSites() {
    return id().contains(RunInfo.OF_SOME_SITES);
  }

  public LocalDate until() {
    return manifest.inputs().run().period().until();
  }

  static boolean isComplete(Path path) {
    return Files.isRegularFile(path.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} for a manifest that is not what this
   *     program writes
   */
  static RunDirectory read(Path path, String id) {
    String where = "runs/" + id + "/" + MANIFEST;
    byte[] bytes;
    try {
      Path file = path.resolve(MANIFEST);
      if (Files.size(file) > LARGEST_MANIFEST_BYTES) {
        throw new UserException(
            ExitCode.INTEGRITY,
            where + ": " + Files.size(file) + " bytes are too many for a manifest");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw IoReason.cannot("read " + where, e);
    }
    RunManifest manifest = ManifestReader.read(bytes, where);
    if (!manifest.inputs().run().id().equals(id)) {
      throw new UserException(
          ExitCode.INTEGRITY,
          where
              + ": holds run '"
              + manifest.inputs().run().id()
              + "', expected '"
              + id
              + "'; keep copies of a run outside runs/");
    }
    if (!Arrays.equals(bytes, ManifestWriter.bytes(manifest))
        && !Arrays.equals(bytes, ManifestWriter.unsealed(manifest))) {
      throw new UserException(
          ExitCode.INTEGRITY, where + ": is not in the form it was written in; it was edited");
    }
    return new RunDirectory(path, manifest, Sha256.of(bytes));
  }

  /** SHA-256 of every file below a folder but the manifest and the log. */
  static SortedMap<String, String> hashes(Path folder) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Map.Entry<String, Path> file : FileTree.list(folder).entrySet()) {
      if (!file.getKey().equals(MANIFEST) && !file.getKey().startsWith(LOG + "/")) {
        hashes.put(file.getKey(), Sha256.of(file.getValue()));
      }
    }
    return hashes;
  }
}
