package org.sitewatch.sites.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;

/** Writes a registry: beside the target first, then moved into its place. */
public final class RegistryWriter {
  private RegistryWriter() {}

  /** GeoPackage for a file that is called {@code .gpkg}, else GeoJSON. */
  public static void write(SiteRegistry registry, Path file) {
    if (file.toString().endsWith(".gpkg")) {
      writeGeoPackage(registry, file);
    } else {
      writeGeoJson(registry, file);
    }
  }

  /** What {@link #writeGeoJson} writes: the same bytes for the same sites. */
  public static byte[] geoJson(SiteRegistry registry) {
    return CanonicalGeoJson.bytes(registry.sites());
  }

  /** RFC 7946, canonical; an existing file is replaced. */
  public static void writeGeoJson(SiteRegistry registry, Path file) {
    replace(file, beside -> Files.write(beside, geoJson(registry)));
  }

  /**
   * A GeoPackage with a layer {@code sites}, a row per site and zone; an existing file is replaced,
   * but not under another program's hands. Attributes whose names differ from others in case only
   * get a number after theirs; those with values of several types become text.
   */
  public static void writeGeoPackage(SiteRegistry registry, Path file) {
    GeoPackageFile.checkUnused(file);
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

  private static void replace(Path file, WholeFile.Content content) {
    try {
      WholeFile.write(file, content);
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot write registry " + file + ": " + e, e);
    }
  }
}
