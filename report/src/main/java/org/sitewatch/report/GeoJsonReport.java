package org.sitewatch.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Extent;
import org.sitewatch.detect.Measures;
import org.sitewatch.detect.Timeline;
import org.sitewatch.detect.TracePoint;
import org.sitewatch.detect.score.TypeGuess;
import org.sitewatch.report.json.ConfidenceParts;
import org.sitewatch.report.json.FeatureWriter;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.rank.RankedDisturbance;
import org.sitewatch.report.rank.ScoreParts;
import org.sitewatch.report.records.Evidence;
import org.sitewatch.report.review.FollowUp;
import org.sitewatch.report.review.Review;
import org.sitewatch.sites.MgrsReference;

/**
 * {@code disturbances.geojson}: one feature a disturbance in rank order, flat properties in the
 * order of the report table of the documentation. Null stands only for what cannot be known.
 */
public final class GeoJsonReport {
  private final FeatureWriter features;
  private final String runId;
  private final RunFacts facts;

  private GeoJsonReport(FeatureWriter features, String runId, RunFacts facts) {
    this.features = features;
    this.runId = runId;
    this.facts = facts;
  }

  /**
   * @param ranked in the order to write
   * @param out stays open
   */
  public static void write(
      String runId, List<RankedDisturbance> ranked, RunFacts facts, OutputStream out)
      throws IOException {
    try (FeatureWriter features = new FeatureWriter(out)) {
      GeoJsonReport report = new GeoJsonReport(features, runId, facts);
      for (RankedDisturbance one : ranked) {
        report.write(one);
      }
    }
  }

  private void write(RankedDisturbance ranked) throws IOException {
    Disturbance disturbance = ranked.disturbance();
    features.start(disturbance.id(), disturbance.outline());
    features.put("id", disturbance.id());
    features.put("run_id", runId);
    features.put("site_id", disturbance.siteId());
    features.put("site_name", ranked.site().name());
    features.put("zone", disturbance.zone().label());
    features.put(
        "parent_id",
        Optional.of(disturbance.alert().parentId()).filter(parent -> !parent.isEmpty()));
    writeTimes(disturbance);
    writePlace(disturbance.extent());
    writeMeasures(disturbance);
    features.put("status", disturbance.alert().status().label());
    features.put("confidence", ranked.parts().confidence(), 4);
    features.put("confidence_parts", ConfidenceParts.text(disturbance.alert().grounds()));
    features.put("certainty", ranked.followUp().certainty(disturbance.alert().status()));
    features.put("sensors", disturbance.alert().sensor());
    features.put("history", disturbance.alert().history().label());
    features.put("history_looks", disturbance.alert().historyLooks());
    features.put("method", disturbance.alert().method().label());
    writeRank(ranked);
    writeType(disturbance.alert().type());
    writeEvidence(disturbance);
    writeFollowUp(ranked.followUp());
    features.end();
  }

  private void writeEvidence(Disturbance disturbance) throws IOException {
    String before = disturbance.timeline().beforeScene();
    String after = disturbance.timeline().afterScene();
    features.put("before_scene", before);
    features.put("after_scene", after);
    features.put("before_utc", facts.utc(before));
    features.put("after_utc", facts.utc(after));
    for (String shows : Evidence.KINDS) {
      features.put(shows + "_chip", facts.picture(disturbance.id(), shows));
      features.put(shows + "_chip_sha256", facts.pictureSha256(disturbance.id(), shows));
    }
    features.put("software", facts.software());
    features.put("config_sha256", facts.configSha256());
  }

  private void writeType(TypeGuess guess) throws IOException {
    features.put("type", guess.type().label());
    features.put("type_p", guess.probability(), 4);
    features.put("type_2", guess.second().label());
    features.put("type_2_p", guess.secondProbability(), 4);
    features.put("cause_category", guess.type().causeCategory());
    features.put("cause_type", guess.type().causeType());
    features.put("cause_certainty", guess.certainty());
    features.put("effect_type", guess.type().effect());
  }

  private void writeTimes(Disturbance disturbance) throws IOException {
    Timeline timeline = disturbance.timeline();
    features.put("occurred_from", timeline.occurredFrom());
    features.put("occurred_to", timeline.occurredTo());
    features.put("first_seen", timeline.firstSeen());
    features.put("alerted_on", timeline.alertedOn());
    features.put("alert_trace", trace(timeline.alertTrace()));
    features.put("published_in", facts.publishedIn().getOrDefault(disturbance.id(), runId));
    features.put("last_seen", timeline.lastSeen());
    features.put("looks_clear", disturbance.measures().looksClear());
    features.put("looks_disturbed", disturbance.measures().looksDisturbed());
    features.put("is_new", disturbance.alert().isNew());
  }

  private void writePlace(Extent extent) throws IOException {
    features.put("area_m2", extent.area_m2(), 1);
    features.put("extent_pct", extent.extent_pct(), 2);
    features.put("extent_class", ExtentClass.ofPercent(extent.extent_pct()).label());
    features.put("centroid_lon", extent.centroidLon(), 7);
    features.put("centroid_lat", extent.centroidLat(), 7);
    features.put("mgrs", MgrsReference.of(extent.centroidLon(), extent.centroidLat()));
    features.put("distance_to_boundary_m", extent.distanceToBoundary_m(), 1);
  }

  private void writeMeasures(Disturbance disturbance) throws IOException {
    Measures measures = disturbance.measures();
    features.put("peak_anomaly", measures.peakAnomaly(), 3);
    features.put("mean_anomaly", measures.meanAnomaly(), 3);
    for (Map.Entry<String, Double> delta : measures.deltas().entrySet()) {
      features.put("delta_" + delta.getKey(), delta.getValue(), 4);
    }
    features.put("control_delta", measures.control().delta(), 4);
    features.put("control", measures.control().exists() ? "ring" : "none");
    features.put("regional", measures.control().regional());
    features.put("pixels", disturbance.extent().pixels());
    features.put("registration_shift_px", measures.registrationShift_px(), 3);
  }

  private void writeRank(RankedDisturbance ranked) throws IOException {
    ScoreParts parts = ranked.parts();
    features.put("rank", ranked.rank());
    features.put("score", ranked.score(), 4);
    features.put("score_severity", parts.severity(), 4);
    features.put("score_zone", parts.zone(), 4);
    features.put("score_significance", parts.significance(), 4);
    features.put("score_recency", parts.recency(), 4);
    features.put("score_threat", parts.threat(), 4);
    features.put("score_confidence", parts.confidence(), 4);
    features.put("score_status", parts.status(), 4);
    features.put("score_control", parts.control(), 4);
    features.put("score_authorised", ranked.followUp().factor(), 4);
    features.put("in_patrol_week", ranked.inPatrolWeek());
    features.put("reason", ranked.reason());
  }

  private void writeFollowUp(FollowUp followUp) throws IOException {
    Optional<Review> review = followUp.review();
    features.put("verdict", review.map(one -> one.verdict().label()));
    features.put("verified_by", review.map(Review::verifiedBy).filter(who -> !who.isEmpty()));
    features.put("verified_on", review.map(Review::verifiedOn));
    features.put("note", review.map(Review::note).filter(note -> !note.isEmpty()));
    features.put(
        "verdict_area_m2", review.map(one -> one.sighting().area_m2()).orElse(Double.NaN), 1);
    features.put("verdict_effect", followUp.sentence());
    features.put("authorised", followUp.isAuthorised());
  }

  private static String trace(List<TracePoint> points) {
    StringJoiner trace = new StringJoiner(";");
    for (TracePoint point : points) {
      trace.add(point.date() + ":" + FixedDecimals.of(point.confidence(), 4));
    }
    return trace.toString();
  }
}
