package org.sitewatch.cli;

import org.sitewatch.detect.DetectConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code scan} and {@code detect} are told alike: which looks to judge, how, and where. */
final class JudgingOptions {
  @Mixin private DryRunOption dryRun;
  @Mixin private SparkOptions spark;
  @Mixin private DetectOptions detect;
  @Mixin private ReportingOptions reporting;
  @Mixin private SiteOptions sites;
  @Mixin private RunOptions run;

  @Option(
      names = "--change-rasters",
      description = "Also write change/SITE.tif, the evidence of the newest judged look.")
  private boolean changeRasters;

  @Option(
      names = "--object-features",
      description = "Also write objects/SITE.csv, what is measured on every object (for training).")
  private boolean objectFeatures;

  @Option(names = "--force", description = "Go on if the run exists with other inputs.")
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

  ReportingOptions reporting() {
    return reporting;
  }

  SiteOptions sites() {
    return sites;
  }

  RunOptions run() {
    return run;
  }

  boolean changeRasters() {
    return changeRasters;
  }

  boolean objectFeatures() {
    return objectFeatures;
  }

  boolean force() {
    return force;
  }
}
