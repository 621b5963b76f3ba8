package org.sitewatch.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.sitewatch.detect.DetectConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code simulate} is told: where to plant how often, how to judge it, and where to write. */
final class SimulateOptions {
  @Mixin private DryRunOption dryRun;
  @Mixin private SparkOptions spark;
  @Mixin private DetectOptions detect;
  @Mixin private SiteOptions sites;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = {
        "Plant into the newest looks up to this UTC day",
        "(default: the end of the newest run, without a run the newest scene's day)."
      })
  private LocalDate until;

  @Option(
      names = "--replicates",
      paramLabel = "N",
      defaultValue = "8",
      description = "Plantings of each kind, contrast and size (default: ${DEFAULT-VALUE}).")
  private int replicates;

  @Option(
      names = "--looks",
      paramLabel = "N",
      defaultValue = "10",
      description = {
        "What is not raised within N clear looks",
        "counts as not seen (default: ${DEFAULT-VALUE})."
      })
  private int looks;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder for one file a site (default: simulations/DATE in the workspace).")
  private Path output;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  boolean isDryRun() {
    return dryRun.isOn();
  }

  JobSession session(Log log) {
    return spark.session(log);
  }

  DetectConfig config() {
    return detect.config();
  }

  SiteOptions sites() {
    return sites;
  }

  Optional<LocalDate> until() {
    return Optional.ofNullable(until);
  }

  int replicates() {
    return atLeastOne("--replicates", replicates);
  }

  int looks() {
    return atLeastOne("--looks", looks);
  }

  private static int atLeastOne(String option, int count) {
    if (count < 1 || count > 1000) {
      throw SharedOptions.usage(option + " must be 1 to 1000, got " + count);
    }
    return count;
  }

  Path output(Workspace workspace, LocalDate day) {
    return output != null ? output.toAbsolutePath().normalize() : workspace.floors().of(day);
  }

  boolean force() {
    return force;
  }
}
