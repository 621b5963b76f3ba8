package org.sitewatch.report.floor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sitewatch.detect.json.SimulationJson;
import org.sitewatch.detect.plant.KeptFloors;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;

/**
 * A site's file as it was found.
 *
 * @param path relative to the workspace, {@code /} between folders
 * @param sha256 of its bytes, empty if they could not be read
 * @param floors what it holds, or null where that cannot be told; read it by {@link #kept()}
 * @param fault why it cannot be told, one sentence; empty if it can
 */
public record FloorFile(String path, String sha256, KeptFloors floors, String fault) {
  private static final long LARGEST_BYTES = 4 << 20;

  /** Reads it once; whatever is wrong with it is its fault and no exception. */
  static FloorFile read(Path file, String path, String siteId) {
    byte[] bytes;
    try {
      if (!Files.isRegularFile(file)) {
        return broken(path, "", path + " is no file");
      }
      if (Files.size(file) > LARGEST_BYTES) {
        return broken(path, "", path + " is larger than " + LARGEST_BYTES + " bytes");
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException unreadable) {
      return broken(path, "", path + " cannot be read");
    }
    String sha256 = Sha256.of(bytes);
    try {
      KeptFloors kept = SimulationJson.read(new String(bytes, StandardCharsets.UTF_8), path);
      String its = kept.site().siteId();
      return its.equals(siteId)
          ? new FloorFile(path, sha256, kept, "")
          : broken(path, sha256, path + ": speaks of site '" + its + "'");
    } catch (UserException wrong) {
      return broken(path, sha256, wrong.getMessage().replaceAll("\\p{Cntrl}+", " ").strip());
    }
  }

  private static FloorFile broken(String path, String sha256, String fault) {
    return new FloorFile(path, sha256, null, fault);
  }

  public Optional<KeptFloors> kept() {
    return Optional.ofNullable(floors);
  }
}
