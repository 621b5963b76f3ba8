package org.sitewatch.sites.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Writes a registry: beside the target first, then moved into its place. */
public final class RegistryWriter {
  private RegistryWriter() {}

  /** What {@link #writeGeoJson} writes: the same bytes for the same sites. */
  public static byte[] geoJson(SiteRegistry registry) {
    return CanonicalGeoJson.bytes(registry.sites());
  }

  /** RFC 7946, canonical; an existing file is replaced. */
  public static void writeGeoJson(SiteRegistry registry, Path file) {
    replace(file, beside -> Files.write(beside, geoJson(registry)));
  }

  /** A GeoPackage with a layer {@code sites}, a row per site and zone; replaces a file. */
  public static void writeGeoPackage(SiteRegistry registry, Path file) {
    replace(
        file,
        beside -> {
          try {
            GeoPackageWriter.write(registry, beside);
          } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
          }
        });
  }

  private interface Step {
    void write(Path beside) throws IOException;
  }

  private static void replace(Path file, Step step) {
    Path beside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(beside);
      try {
        step.write(beside);
        Files.move(
            beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot write registry " + file + ": " + e, e);
    }
  }
}
