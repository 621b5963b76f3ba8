package org.sitewatch.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookOutcome.Cause;
import org.sitewatch.detect.Status;
import org.sitewatch.report.edit.RegistryEditsFile;
import org.sitewatch.report.floor.FloorState;
import org.sitewatch.report.floor.SiteFloor;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.ledger.CoverageState;
import org.sitewatch.report.ledger.LedgerEntry;
import org.sitewatch.report.rank.PatrolPlan;
import org.sitewatch.report.rank.RankedDisturbance;
import org.sitewatch.report.review.FollowUp.Effect;

/** A run in numbers, for {@link SummaryText} and for programs. */
public final class RunSummary {
  static final int TOP = 5;
  private static final int SCORE_DECIMALS = 4;
  private static final int RATE_DECIMALS = 3;

  private final RunReport report;
  private final Map<CoverageState, Integer> sites = new EnumMap<>(CoverageState.class);
  private final Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
  private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
  private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
  private int authorised;
  private int looksSeen;
  private int looksUnseen;
  private int looksFailed;
  private int fresh;

  public RunSummary(RunReport report) {
    this.report = report;
    for (LedgerEntry entry : report.ledger()) {
      sites.merge(entry.state(), 1, Integer::sum);
      looksSeen += entry.looks().seen();
      looksUnseen += entry.looks().unseen();
      looksFailed += entry.looks().failed();
      entry.looks().causes().forEach((cause, count) -> causes.merge(cause, count, Integer::sum));
    }
    for (RankedDisturbance ranked : report.ranked()) {
      statuses.merge(ranked.disturbance().alert().status(), 1, Integer::sum);
      effects.merge(ranked.followUp().effect(), 1, Integer::sum);
      authorised += ranked.followUp().isAuthorised() ? 1 : 0;
      fresh += ranked.disturbance().alert().isNew() ? 1 : 0;
    }
  }

  /** Lines for a person, each ended by a line feed. */
  public String text() {
    return SummaryText.of(this);
  }

  /**
   * One JSON object on one line, without a line feed.
   *
   * @param run what to say of where the run lies
   */
  public String json(String run) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("run", run);
      json.writeStringField("run_id", report.runId());
      json.writeStringField("since", report.period().since().toString());
      json.writeStringField("until", report.period().until().toString());
      json.writeObjectFieldStart("sites");
      json.writeNumberField("total", report.ledger().size());
      for (CoverageState state : CoverageState.values()) {
        json.writeNumberField(state.label(), sites.getOrDefault(state, 0));
      }
      json.writeEndObject();
      writeLooks(json);
      writeDisturbances(json);
      writeFollowUp(json);
      writePatrol(json);
      writeBudget(json);
      writeFloors(json);
      if (!report.edits().isEmpty()) {
        RegistryEditsFile.write(report.edits(), json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return text.toString();
  }

  RunReport report() {
    return report;
  }

  Map<CoverageState, Integer> sites() {
    return sites;
  }

  Map<Cause, Integer> causes() {
    return causes;
  }

  Map<Status, Integer> statuses() {
    return statuses;
  }

  int looksSeen() {
    return looksSeen;
  }

  int looksUnseen() {
    return looksUnseen;
  }

  int looksFailed() {
    return looksFailed;
  }

  int fresh() {
    return fresh;
  }

  List<RankedDisturbance> top() {
    return report.ranked().subList(0, Math.min(TOP, report.ranked().size()));
  }

  /** What a patrol would go and see if it had the time. */
  List<RankedDisturbance> visited() {
    return report.ranked().stream().filter(PatrolPlan::isVisited).toList();
  }

  /** Of these, what it has no time for. */
  List<RankedDisturbance> below() {
    return visited().stream().filter(ranked -> !ranked.inPatrolWeek()).toList();
  }

  /** How many disturbances a verdict has had an effect on. */
  int effects(Effect effect) {
    return effects.getOrDefault(effect, 0);
  }

  /** How many may have leave, by a verdict or the registry. */
  int authorised() {
    return authorised;
  }

  /** Whether there is anything to tell of verdicts and works. */
  boolean isFollowedUp() {
    return authorised > 0 || effects.keySet().stream().anyMatch(effect -> effect != Effect.NONE);
  }

  private void writeFollowUp(JsonGenerator json) throws IOException {
    if (!isFollowedUp()) {
      return;
    }
    json.writeObjectFieldStart("follow_up");
    json.writeNumberField("dismissed", effects(Effect.DISMISSED));
    json.writeNumberField("returned", effects(Effect.RETURNED));
    json.writeNumberField("verified", effects(Effect.VERIFIED));
    json.writeNumberField("authorised", authorised);
    json.writeEndObject();
  }

  private void writeLooks(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("looks");
    json.writeNumberField("seen", looksSeen);
    json.writeNumberField("unseen", looksUnseen);
    json.writeNumberField("failed", looksFailed);
    json.writeEndObject();
  }

  private void writeBudget(JsonGenerator json) throws IOException {
    if (report.budgets().isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("budget");
    json.writeNumberField("sites", report.budgets().size());
    json.writeFieldName("expected_false_alarms_per_year");
    json.writeNumber(FixedDecimals.of(expectedFalseAlarms(), RATE_DECIMALS));
    json.writeEndObject();
  }

  private void writeFloors(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("detection_floors");
    for (var state : floors().entrySet()) {
      json.writeNumberField(state.getKey().label(), state.getValue());
    }
    json.writeEndObject();
  }

  /** Of how many sites the detection floor is known, by state. */
  Map<FloorState, Integer> floors() {
    Map<FloorState, Integer> floors = new EnumMap<>(FloorState.class);
    for (FloorState state : FloorState.values()) {
      floors.put(state, 0);
    }
    for (LedgerEntry entry : report.ledger()) {
      SiteFloor floor = report.floors().getOrDefault(entry.siteId(), SiteFloor.NONE);
      floors.merge(floor.state(), 1, Integer::sum);
    }
    return floors;
  }

  /** A year at all sites where a budget is held. */
  double expectedFalseAlarms() {
    return report.budgets().values().stream().mapToDouble(HeldBudget::expectedFalseAlarms).sum();
  }

  private void writePatrol(JsonGenerator json) throws IOException {
    if (!report.patrol().isLimited()) {
      return;
    }
    json.writeObjectFieldStart("patrol");
    json.writeNumberField("alerts_per_week", report.patrol().alertsPerWeek());
    json.writeNumberField("weeks", report.patrol().weeks());
    json.writeNumberField("alerts", visited().size());
    json.writeNumberField("within", visited().size() - below().size());
    json.writeNumberField("below", below().size());
    if (!below().isEmpty()) {
      json.writeStringField("first_below", below().get(0).disturbance().id());
      json.writeFieldName("first_below_score");
      json.writeNumber(FixedDecimals.of(below().get(0).score(), SCORE_DECIMALS));
    }
    json.writeEndObject();
  }

  private void writeDisturbances(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("disturbances");
    json.writeNumberField("total", report.ranked().size());
    json.writeNumberField("new", fresh);
    for (Status status : Status.values()) {
      json.writeNumberField(status.label(), statuses.getOrDefault(status, 0));
    }
    json.writeArrayFieldStart("top");
    for (RankedDisturbance ranked : top()) {
      json.writeString(ranked.disturbance().id());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
