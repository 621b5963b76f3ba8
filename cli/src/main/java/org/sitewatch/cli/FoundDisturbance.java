package org.sitewatch.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sitewatch.detect.score.Calibration;
import org.sitewatch.detect.score.ObjectModel;
import org.sitewatch.detect.score.ObjectModelFile;
import org.sitewatch.report.explain.Explanation;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.run.RunStore;
import org.sitewatch.report.work.ReportedFeatures;
import org.sitewatch.sites.UserException;

/**
 * A disturbance in the report of a run.
 *
 * @param feature as the run wrote it
 */
record FoundDisturbance(RunDirectory run, JsonNode feature) {

  /**
   * In the newest run that has it, or in the one that is named.
   *
   * @throws UserException if there is none
   */
  static FoundDisturbance get(RunStore store, String id, Optional<String> runId) {
    List<RunDirectory> runs =
        new ArrayList<>(
            runId.isEmpty() ? store.listRuns() : List.of(store.getRun(runId.orElseThrow())));
    Collections.reverse(runs);
    for (RunDirectory run : runs) {
      Optional<JsonNode> found =
          ReportedFeatures.features(run.path().resolve(RunFiles.DISTURBANCES)).stream()
              .filter(one -> one.path("properties").path("id").asText().equals(id))
              .findFirst();
      if (found.isPresent()) {
        return new FoundDisturbance(run, found.get());
      }
    }
    throw SharedOptions.usage(
        runs.isEmpty() ? "no run yet" : "no disturbance '" + id + "' in " + runs.size() + " runs");
  }

  JsonNode properties() {
    return feature.path("properties");
  }

  String siteId() {
    return properties().path("site_id").asText();
  }

  /** In full, for a person. */
  String explanation() {
    Optional<JsonNode> site =
        ReportedFeatures.find(run.path().resolve(RunFiles.COVERAGE), "site_id", siteId());
    return Explanation.of(properties(), site, calibration());
  }

  /** Of the object model that judged the run, if it is the one of this program. */
  private Optional<Calibration> calibration() {
    String then = run.head().settings().getOrDefault("object_model_sha256", "");
    return then.equals(ObjectModelFile.shippedSha256())
        ? ObjectModelFile.shipped().map(ObjectModel::calibration)
        : Optional.empty();
  }
}
