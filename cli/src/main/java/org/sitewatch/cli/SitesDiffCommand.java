package org.sitewatch.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitewatch.report.Counted;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryDiff;
import org.sitewatch.sites.registry.RegistryReader;
import org.sitewatch.sites.registry.SiteImport;
import org.sitewatch.sites.registry.SiteRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sitewatch sites diff}: what became of a registry. */
@Command(
    name = "diff",
    description =
        "Compares two registry files, or the workspace's registry with a file: sites added, removed,"
            + " moved, edited.",
    footer = {"", "Example: sitewatch sites diff old.geojson new.gpkg"})
final class SitesDiffCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..2",
      description = "OLD and NEW; with one, the workspace's registry is the old one.")
  private List<Path> files;

  @Override
  public Integer call() {
    if (files.size() > 2) {
      throw SharedOptions.usage("two files can be compared, got " + files.size());
    }
    Path old = files.size() == 2 ? files.get(0) : shared.workspace().registry();
    RegistryDiff diff = RegistryDiff.between(read(old), read(files.get(files.size() - 1)));
    if (shared.json()) {
      shared.print(DiffText.json(diff));
    } else {
      DiffText.lines(diff).forEach(shared::print);
    }
    shared
        .log()
        .info(
            "%s added, %d removed, %d changed, %d the same"
                .formatted(
                    Counted.of(diff.added().size(), "site"),
                    diff.removed().size(),
                    diff.changed().size(),
                    diff.unchanged()));
    return ExitCode.DONE.code();
  }

  /** A site with an error would look as if it had been removed. */
  private static SiteRegistry read(Path file) {
    SiteImport found = RegistryReader.read(file);
    if (found.hasErrors()) {
      throw new UserException(
          ExitCode.REGISTRY_INVALID,
          file
              + " has "
              + Counted.of(found.errors().size(), "error")
              + "; mend them first, 'sitewatch sites check' lists them");
    }
    return found.registry();
  }
}
