package org.sitewatch.report.run;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.FileTree;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/** A complete run on disk; its manifest, which may be long, is read when it is asked for. */
public final class RunDirectory {
  public static final String MANIFEST = "run.json";

  /** Below it nothing is hashed or compared: timings, host, hrefs as fetched. */
  public static final String LOG = "log";

  static final Comparator<RunDirectory> ORDER =
      Comparator.comparing(RunDirectory::until).thenComparing(RunDirectory::id);

  private static final long LARGEST_MANIFEST_BYTES = 1L << 30;

  private final Path path;
  private final RunHead head;
  private final String manifestSha256;
  private SoftReference<RunManifest> manifest = new SoftReference<>(null);
  private SoftReference<SortedMap<String, String>> states = new SoftReference<>(null);

  private RunDirectory(Path path, RunHead head, String manifestSha256) {
    this.path = path;
    this.head = head;
    this.manifestSha256 = manifestSha256;
  }

  public Path path() {
    return path;
  }

  public RunHead head() {
    return head;
  }

  /** Of its run.json, what the next run's chain names. */
  public String manifestSha256() {
    return manifestSha256;
  }

  /**
   * All that the manifest says, forgotten when memory is short.
   *
   * @throws UserException with {@link ExitCode#UNAVAILABLE} if it is not the one any more of which
   *     the head was read
   */
  public synchronized RunManifest manifest() {
    RunManifest known = manifest.get();
    if (known == null) {
      Whole whole = whole(path, id());
      checkSame(whole.sha256());
      known = whole.manifest();
      manifest = new SoftReference<>(known);
    }
    return known;
  }

  /** SHA-256 of the states it left behind, by file name; as {@link #manifest()}. */
  public synchronized SortedMap<String, String> states() {
    SortedMap<String, String> known = states.get();
    if (known == null) {
      try {
        Path file = path.resolve(MANIFEST);
        known = HeadReader.states(file);
        checkSame(Sha256.of(file));
      } catch (IOException e) {
        throw IoReason.cannot("read " + where(id()), e);
      }
      states = new SoftReference<>(known);
    }
    return known;
  }

  private void checkSame(String sha256) {
    if (!sha256.equals(manifestSha256)) {
      throw new UserException(
          ExitCode.UNAVAILABLE,
          where(id()) + ": was replaced while it was read; run the same command again");
    }
  }

  public String id() {
    return head.run().id();
  }

  /** Whether only some sites of the registry were asked for. */
  public boolean isOfSomeSites() {
    return id().contains(RunInfo.OF_SOME_SITES);
  }

  public LocalDate until() {
    return head.run().period().until();
  }

  /** The same, holding what is alike in the head of another run only once. */
  RunDirectory sharing(RunHead other) {
    return new RunDirectory(path, head.sharing(other), manifestSha256);
  }

  static boolean isComplete(Path path) {
    return Files.isRegularFile(path.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
  }

  private static String where(String id) {
    return "runs/" + id + "/" + MANIFEST;
  }

  /**
   * @throws UserException with {@link ExitCode#INTEGRITY} for a manifest that is not what this
   *     program writes
   */
  static RunDirectory read(Path path, String id) {
    Optional<HeadReader.Read> sealed;
    try {
      sealed = HeadReader.read(path.resolve(MANIFEST));
    } catch (IOException e) {
      throw IoReason.cannot("read " + where(id), e);
    }
    if (sealed.isPresent()) {
      checkId(sealed.get().head().run(), id);
      return new RunDirectory(path, sealed.get().head(), sealed.get().sha256());
    }
    Whole whole = whole(path, id);
    return new RunDirectory(path, RunHead.of(whole.manifest()), whole.sha256());
  }

  /** A manifest as it was read. */
  private record Whole(RunManifest manifest, String sha256) {}

  private static Whole whole(Path path, String id) {
    String where = where(id);
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
    checkId(manifest.inputs().run(), id);
    if (!SameBytes.are(bytes, out -> ManifestWriter.write(manifest, out))
        && !SameBytes.are(bytes, out -> ManifestWriter.writeUnsealed(manifest, out))) {
      throw new UserException(
          ExitCode.INTEGRITY, where + ": is not in the form it was written in; it was edited");
    }
    return new Whole(manifest, Sha256.of(bytes));
  }

  private static void checkId(RunInfo run, String id) {
    if (!run.id().equals(id)) {
      throw new UserException(
          ExitCode.INTEGRITY,
          where(id)
              + ": holds run '"
              + run.id()
              + "', expected '"
              + id
              + "'; keep copies of a run outside runs/");
    }
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
