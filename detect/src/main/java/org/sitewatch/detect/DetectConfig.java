package org.sitewatch.detect;

import java.io.Serializable;

/**
 * How the detector judges. Evidence is L = -log10 p against the scene's own null.
 *
 * @param maskDilation_m cloud, shadow and snow masks are widened by this, in whole pixels upwards
 * @param seedEvidence a disturbance needs at least one pixel with this evidence
 * @param growEvidence and is all that touches and reaches this
 * @param minPixels minimum mapping unit: of the object, and of its pixel centres inside the zones
 * @param minClearPixels a look with fewer clear pixels in the window is not judged and not used
 * @param baselineLooks the newest earlier looks that make up the baseline, at most
 * @param predictorLooks the newest earlier looks that predict a look, at most
 * @param alertBudgetPerSiteYear false alarms a site may raise a year, where its history is long
 */
public record DetectConfig(
    double maskDilation_m,
    double seedEvidence,
    double growEvidence,
    int minPixels,
    int minClearPixels,
    int baselineLooks,
    int predictorLooks,
    double alertBudgetPerSiteYear)
    implements Serializable {

  /** As measured in docs/detectors/pipeline.md. */
  public static final DetectConfig DEFAULT = new DetectConfig(30, 15, 6.5, 2, 200, 64, 8, 1);

  public DetectConfig {
    if (!(maskDilation_m >= 0 && maskDilation_m <= 1000)) {
      throw new IllegalArgumentException(
          "mask dilation must be 0 to 1000 m, got " + maskDilation_m);
    }
    if (!(growEvidence > 0) || !(seedEvidence >= growEvidence)) {
      throw new IllegalArgumentException(
          "evidence must be 0 < grow <= seed, got " + growEvidence + " and " + seedEvidence);
    }
    if (!(alertBudgetPerSiteYear > 0 && alertBudgetPerSiteYear <= 1000)) {
      throw new IllegalArgumentException(
          "alert budget must be above 0 and at most 1000 a site and year, got "
              + alertBudgetPerSiteYear);
    }
    if (minPixels < 1 || minClearPixels < 1 || baselineLooks < 1 || predictorLooks < 1) {
      throw new IllegalArgumentException("counts of pixels and looks must be >= 1");
    }
  }
}
