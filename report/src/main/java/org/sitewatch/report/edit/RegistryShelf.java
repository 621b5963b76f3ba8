package org.sitewatch.report.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.WholeFile;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.RegistryWriter;
import org.sitewatch.sites.registry.SiteRegistry;

/**
 * Every version of the registry that a run was made with: {@code registry/<version>.geojson}, whose
 * name is the sha256 of its bytes. Written once, never rewritten.
 *
 * @param folder {@code <workspace>/registry}
 */
public record RegistryShelf(Path folder) {

  /** Keeps a version that is not there yet, or not as it was written. */
  public void keep(SiteRegistry registry) {
    Path file = file(registry.version());
    try {
      if (!isWhole(file, registry.version())) {
        Files.createDirectories(folder);
        byte[] bytes = RegistryWriter.geoJson(registry);
        WholeFile.write(file, beside -> Files.write(beside, bytes));
      }
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot write " + file + ": " + e, e);
    }
  }

  /** Empty if that version is not kept, or its file is not what was written. */
  public Optional<SiteRegistry> find(String version) {
    Path file = file(version);
    try {
      return isWhole(file, version)
          ? Optional.of(RegistryReader.read(file).registry())
          : Optional.empty();
    } catch (IOException e) {
      throw new UserException(ExitCode.UNAVAILABLE, "cannot read " + file + ": " + e, e);
    }
  }

  private Path file(String version) {
    return folder.resolve(version + ".geojson");
  }

  private static boolean isWhole(Path file, String version) throws IOException {
    return Files.isRegularFile(file) && Sha256.of(file).equals(version);
  }
}
