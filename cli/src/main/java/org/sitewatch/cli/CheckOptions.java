package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Envelope;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.RenamedSites;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.SiteRegistry;
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
          "The last registry, to find sites whose id has changed (default: the"
              + " workspace's, and for that the one of the last run).")
  private Path last;

  /**
   * @throws org.sitewatch.sites.UserException if the options make no sense
   */
  SiteImport check(SiteImport read, Supplier<Optional<SiteRegistry>> before) {
    SiteImport found = extent.isEmpty() ? read : read.within(envelope());
    Optional<SiteRegistry> older =
        last == null ? before.get() : Optional.of(RegistryReader.read(last).registry());
    return older
        .map(registry -> found.with(RenamedSites.findings(registry, found.registry())))
        .orElse(found);
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
