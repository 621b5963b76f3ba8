package org.sitewatch.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sitewatch.sites.FileTree;

/** Writes files into a folder that is not visible to anyone yet. */
@FunctionalInterface
public interface RunFiles {
  /** The record of a run: what was found, what was seen of the sites, and the zones as judged. */
  String DISTURBANCES = "disturbances.geojson";

  String COVERAGE = "coverage.geojson";
  String ZONES = "zones.geojson";

  void writeTo(Path folder) throws IOException;

  /** This one first, then the other. */
  default RunFiles and(RunFiles other) {
    return folder -> {
      writeTo(folder);
      other.writeTo(folder);
    };
  }

  /** Copies what lies in a folder below {@code name}; nothing if the folder is absent. */
  static RunFiles copyOf(Path source, String name) {
    return folder -> FileTree.copy(source, folder.resolve(name));
  }

  /** Files by relative path, {@code /} between folders. */
  static RunFiles ofBytes(Map<String, byte[]> files) {
    return folder -> {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (!RelativePath.isSafe(file.getKey())) {
          throw new IllegalArgumentException("'" + file.getKey() + "' leaves its folder");
        }
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    };
  }
}
