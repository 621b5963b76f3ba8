package org.sitewatch.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.RenamedSites;
import org.sitewatch.sites.registry.SiteImport;
import picocli.CommandLine.Option;

/** What a registry is checked against besides itself. */
final class CheckOptions {
  @Option(
      names = "--extent",
      split = ",",
      paramLabel = "DEG",
      description =
          "West,south,east,north in degrees: sites outside are errors, as swapped ones often are.")
  private List<Double> extent = List.of();

  @Option(
      names = "--last",
      paramLabel = "FILE",
      description =
          "The last registry, to find sites whose id has changed (default: for a FILE, the"
              + " workspace's).")
  private Path last;

  /**
   * @throws org.sitewatch.sites.UserException if the options make no sense
   */
  SiteImport check(SiteImport read, Optional<Path> before) {
    SiteImport found = extent.isEmpty() ? read : read.within(envelope());
    Optional<Path> older = last == null ? before.filter(Files::exists) : Optional.of(last);
    return older.isEmpty()
        ? found
        : found.with(
            RenamedSites.findings(RegistryReader.read(older.get()).registry(), found.registry()));
  }

  private Envelope envelope() {
    boolean sensible =
        extent.size() == 4
            && extent.stream().allMatch(Double::isFinite)
            && extent.get(0) < extent.get(2)
            && extent.get(1) < extent.get(3);
    if (!sensible) {
      throw SharedOptions.usage(
          "--extent must be west,south,east,north in degrees like 87,41,120,52, got " + extent);
    }
    return new Envelope(extent.get(0), extent.get(2), extent.get(1), extent.get(3));
  }
}
