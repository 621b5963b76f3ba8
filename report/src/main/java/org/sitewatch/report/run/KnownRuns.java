package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Runs whose manifests one command has read: they are read again only if they are others. */
final class KnownRuns {
  private final Map<Path, Known> byPath = new HashMap<>();
  private Optional<RunHead> before = Optional.empty();

  /**
   * @param file its key, size and time: a manifest is never rewritten in place, but replaced
   */
  private record Known(Object key, long size, FileTime time, RunDirectory run) {
    boolean is(BasicFileAttributes now) {
      return now.size() == size
          && now.lastModifiedTime().equals(time)
          && Objects.equals(now.fileKey(), key);
    }
  }

  /** As {@link RunDirectory#read}. */
  synchronized RunDirectory read(Path path, String id) {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(path.resolve(RunDirectory.MANIFEST), BasicFileAttributes.class);
    } catch (IOException e) {
      throw IoReason.cannot("read runs/" + id + "/" + RunDirectory.MANIFEST, e);
    }
    Known known = byPath.get(path);
    if (known == null || !known.is(now)) {
      RunDirectory read = RunDirectory.read(path, id);
      RunDirectory run = before.map(read::sharing).orElse(read);
      before = Optional.of(run.head());
      known = new Known(now.fileKey(), now.size(), now.lastModifiedTime(), run);
      byPath.put(path, known);
    }
    return known.run();
  }
}
