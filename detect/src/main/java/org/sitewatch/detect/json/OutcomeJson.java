package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.sitewatch.detect.LookOutcome;
import org.sitewatch.detect.LookShift;

/** What became of a look. */
final class OutcomeJson {
  private OutcomeJson() {}

  static ObjectNode node(LookOutcome outcome) {
    var node = CanonicalJson.object();
    node.put("lookId", outcome.lookId());
    node.put("date", outcome.date().equals(LocalDate.MIN) ? null : outcome.date().toString());
    node.put("sensor", outcome.sensor());
    if (outcome instanceof LookOutcome.Seen seen) {
      node.put("outcome", "seen");
      node.set("clearShare", CanonicalJson.number(seen.clearShare(), EvidenceJson.DECIMALS));
      node.set("judgedShare", CanonicalJson.number(seen.judgedShare(), EvidenceJson.DECIMALS));
      node.set("shiftDy_px", CanonicalJson.number(seen.shift().dy_px(), EvidenceJson.DECIMALS));
      node.set("shiftDx_px", CanonicalJson.number(seen.shift().dx_px(), EvidenceJson.DECIMALS));
    } else if (outcome instanceof LookOutcome.Unseen unseen) {
      node.put("outcome", "unseen");
      node.put("cause", unseen.cause().name().toLowerCase(java.util.Locale.ROOT));
    } else if (outcome instanceof LookOutcome.Failed failed) {
      node.put("outcome", "failed");
      node.put("reason", failed.reason());
    }
    return node;
  }

  static LookOutcome read(JsonFields fields) {
    String lookId = fields.text("lookId");
    LocalDate date = fields.isNull("date") ? LocalDate.MIN : fields.date("date");
    String sensor = fields.text("sensor");
    String outcome = fields.text("outcome");
    return switch (outcome) {
      case "seen" ->
          new LookOutcome.Seen(
              lookId,
              date,
              sensor,
              EvidenceJson.share(fields, "clearShare"),
              EvidenceJson.share(fields, "judgedShare"),
              new LookShift(fields.numberOrNaN("shiftDy_px"), fields.numberOrNaN("shiftDx_px")));
      case "unseen" ->
          new LookOutcome.Unseen(
              lookId, date, sensor, fields.choice("cause", LookOutcome.Cause.class));
      case "failed" -> new LookOutcome.Failed(lookId, date, sensor, fields.text("reason"));
      default -> throw fields.refused("outcome: unknown value '" + outcome + "'");
    };
  }
}
