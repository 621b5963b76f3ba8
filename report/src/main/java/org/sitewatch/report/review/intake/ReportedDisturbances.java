package org.sitewatch.report.review.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.work.ReportedFeatures;

/** What the runs of a workspace have told, read as far as it is asked for. */
public final class ReportedDisturbances {
  private static final List<String> KEPT =
      List.of("id", "site_id", "first_seen", "area_m2", "occurred_from");

  private final List<RunDirectory> newestFirst;
  private final Map<String, Map<String, JsonNode>> read = new HashMap<>();
  private final SortedSet<String> ids = new TreeSet<>();

  /**
   * @param runs the oldest first
   */
  public ReportedDisturbances(List<RunDirectory> runs) {
    newestFirst = new ArrayList<>(runs);
    Collections.reverse(newestFirst);
  }

  /** A disturbance in one run. */
  record Told(RunDirectory run, JsonNode properties) {

    LocalDate day(String property) {
      return LocalDate.parse(properties.path(property).asText());
    }

    Optional<LocalDate> occurredFrom() {
      JsonNode day = properties.path("occurred_from");
      return day.isTextual() ? Optional.of(LocalDate.parse(day.textValue())) : Optional.empty();
    }
  }

  /**
   * The report that a verdict of some day speaks about: that of the newest run that had ended by
   * then, or of the run named if that is newer; else the oldest that knows the disturbance.
   *
   * @param runId run whose report was filled in; may be empty or unknown
   */
  Optional<Told> find(String id, LocalDate verifiedOn, String runId) {
    Optional<Told> oldest = Optional.empty();
    for (RunDirectory run : newestFirst) {
      JsonNode properties = of(run).get(id);
      if (properties != null) {
        oldest = Optional.of(new Told(run, properties));
        if (run.id().equals(runId) || !run.until().isAfter(verifiedOn)) {
          return oldest;
        }
      }
    }
    return oldest;
  }

  int runs() {
    return newestFirst.size();
  }

  /** Every id that a run has told. */
  SortedSet<String> ids() {
    if (ids.isEmpty()) {
      newestFirst.forEach(run -> ids.addAll(of(run).keySet()));
    }
    return Collections.unmodifiableSortedSet(ids);
  }

  private Map<String, JsonNode> of(RunDirectory run) {
    return read.computeIfAbsent(
        run.id(),
        any -> {
          var byId = new HashMap<String, JsonNode>();
          for (JsonNode one :
              ReportedFeatures.of(run.path().resolve(RunFiles.DISTURBANCES), KEPT)) {
            byId.put(one.path("id").asText(), one);
          }
          return byId;
        });
  }
}
