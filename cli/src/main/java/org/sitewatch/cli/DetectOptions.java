package org.sitewatch.cli;

import org.sitewatch.detect.DetectConfig;
import picocli.CommandLine.Option;

/** How the detector judges; each may also stand in the settings file. */
final class DetectOptions {

  @Option(
      names = "--mask-dilation-m",
      paramLabel = "M",
      defaultValue = "30",
      description = "Widen cloud, shadow and snow masks by M metres (default: ${DEFAULT-VALUE}).")
  private double maskDilation_m;

  @Option(
      names = "--seed-evidence",
      paramLabel = "L",
      defaultValue = "15",
      description =
          "A disturbance needs a pixel with this evidence, -log10 p (default: ${DEFAULT-VALUE}).")
  private double seedEvidence;

  @Option(
      names = "--grow-evidence",
      paramLabel = "L",
      defaultValue = "6.5",
      description =
          "It takes in what touches it and reaches this evidence (default: ${DEFAULT-VALUE}).")
  private double growEvidence;

  @Option(
      names = "--min-pixels",
      paramLabel = "N",
      defaultValue = "2",
      description = "Smallest disturbance in pixels (default: ${DEFAULT-VALUE}).")
  private int minPixels;

  @Option(
      names = {"--alert-budget", "--alert-budget-per-site-year"},
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "False alarms a site may raise a year,",
        "where its history is long (default: ${DEFAULT-VALUE})."
      })
  private double alertBudgetPerSiteYear;

  DetectConfig config() {
    if (minPixels < 1) {
      throw SharedOptions.usage("--min-pixels must be >= 1, got " + minPixels);
    }
    try {
      DetectConfig standard = DetectConfig.DEFAULT;
      return new DetectConfig(
          maskDilation_m,
          seedEvidence,
          growEvidence,
          minPixels,
          standard.minClearPixels(),
          standard.baselineLooks(),
          standard.predictorLooks(),
          alertBudgetPerSiteYear);
    } catch (IllegalArgumentException wrong) {
      throw SharedOptions.usage(wrong.getMessage());
    }
  }
}
