package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.TreeMap;
import org.sitewatch.detect.Alert;
import org.sitewatch.detect.Control;
import org.sitewatch.detect.History;
import org.sitewatch.detect.Measures;
import org.sitewatch.detect.Method;
import org.sitewatch.detect.Status;
import org.sitewatch.detect.Timeline;
import org.sitewatch.detect.TracePoint;
import org.sitewatch.detect.score.DisturbanceType;
import org.sitewatch.detect.score.TypeGuess;

/**
 * What states and findings share: when a disturbance was seen, what was measured, what is believed.
 */
final class EvidenceJson {
  static final int DECIMALS = 6;

  private EvidenceJson() {}

  static ObjectNode timeline(Timeline timeline) {
    var node = CanonicalJson.object();
    node.put("lastClearBefore", timeline.occurredFrom().map(Object::toString).orElse(null));
    node.put("occurredTo", timeline.occurredTo().toString());
    node.put("firstSeen", timeline.firstSeen().toString());
    node.put("alertedOn", timeline.alertedOn().toString());
    node.put("lastSeen", timeline.lastSeen().toString());
    node.put("beforeScene", timeline.beforeScene());
    node.put("afterScene", timeline.afterScene());
    var trace = node.putArray("alertTrace");
    for (TracePoint point : timeline.alertTrace()) {
      trace
          .addObject()
          .put("date", point.date().toString())
          .set("confidence", CanonicalJson.number(point.confidence(), DECIMALS));
    }
    return node;
  }

  static Timeline readTimeline(JsonFields fields) {
    var trace =
        fields.objects(
            "alertTrace", point -> new TracePoint(point.date("date"), share(point, "confidence")));
    if (trace.isEmpty()) {
      throw fields.refused("alertTrace must not be empty");
    }
    return new Timeline(
        fields.isNull("lastClearBefore") ? null : fields.date("lastClearBefore"),
        fields.date("occurredTo"),
        fields.date("firstSeen"),
        fields.date("alertedOn"),
        fields.date("lastSeen"),
        trace,
        fields.text("beforeScene"),
        fields.text("afterScene"));
  }

  static ObjectNode measures(Measures measures) {
    var node = CanonicalJson.object();
    node.set("peakAnomaly", CanonicalJson.number(measures.peakAnomaly(), DECIMALS));
    node.set("meanAnomaly", CanonicalJson.number(measures.meanAnomaly(), DECIMALS));
    node.set("controlDelta", CanonicalJson.number(measures.control().delta(), DECIMALS));
    node.put("regional", measures.control().regional());
    node.set(
        "registrationShift_px", CanonicalJson.number(measures.registrationShift_px(), DECIMALS));
    node.put("looksClear", measures.looksClear());
    node.put("looksDisturbed", measures.looksDisturbed());
    var deltas = node.putObject("deltas");
    measures.deltas().forEach((name, v) -> deltas.set(name, CanonicalJson.number(v, DECIMALS)));
    return node;
  }

  static Measures readMeasures(JsonFields fields) {
    var deltas = new TreeMap<String, Double>();
    var read = fields.child("deltas");
    read.names().forEachRemaining(name -> deltas.put(name, read.number(name)));
    int clear = fields.integer("looksClear", 1, Integer.MAX_VALUE);
    return new Measures(
        fields.numberOrNaN("peakAnomaly"),
        fields.numberOrNaN("meanAnomaly"),
        deltas,
        new Control(fields.numberOrNaN("controlDelta"), fields.flag("regional")),
        fields.numberOrNaN("registrationShift_px"),
        clear,
        fields.integer("looksDisturbed", 1, clear));
  }

  static ObjectNode alert(Alert alert) {
    var node = CanonicalJson.object();
    node.put("status", alert.status().label());
    node.set("confidence", CanonicalJson.number(alert.confidence(), DECIMALS));
    node.put("sensor", alert.sensor());
    node.put("history", alert.history().label());
    node.put("historyLooks", alert.historyLooks());
    node.put("method", alert.method().name().toLowerCase(Locale.ROOT));
    node.put("isNew", alert.isNew());
    node.put("parentId", alert.parentId());
    node.put("type", alert.type().type().label());
    node.set("typeP", CanonicalJson.number(alert.type().probability(), DECIMALS));
    node.put("type2", alert.type().second().label());
    node.set("type2P", CanonicalJson.number(alert.type().secondProbability(), DECIMALS));
    node.set("grounds", GroundsJson.node(alert.grounds()));
    return node;
  }

  static Alert readAlert(JsonFields fields) {
    return new Alert(
        fields.choice("status", Status.class),
        share(fields, "confidence"),
        fields.text("sensor"),
        fields.choice("history", History.class),
        fields.integer("historyLooks", 0, Integer.MAX_VALUE),
        fields.choice("method", Method.class),
        fields.flag("isNew"),
        fields.text("parentId"),
        readType(fields),
        GroundsJson.read(fields.child("grounds")));
  }

  private static TypeGuess readType(JsonFields fields) {
    double first = share(fields, "typeP");
    double second = share(fields, "type2P");
    if (second > first) {
      throw fields.refused("type2P must be at most typeP, got " + second);
    }
    return new TypeGuess(
        fields.choice("type", DisturbanceType.class),
        first,
        fields.choice("type2", DisturbanceType.class),
        second);
  }

  /** A number from 0 to 1. */
  static double share(JsonFields fields, String name) {
    double value = fields.number(name);
    if (!(value >= 0 && value <= 1)) {
      throw fields.refused(name + " must be 0 to 1, got " + value);
    }
    return value;
  }
}
