package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.Belief;
import org.sitewatch.detect.Direction;
import org.sitewatch.detect.FrozenPatch;
import org.sitewatch.detect.LiveAlert;
import org.sitewatch.sites.PixelGrid;

/** An alert state as JSON. */
public final class AlertStateJson {
  /** Raised when an older program could no longer read what is written. */
  public static final int SCHEMA = 1;

  private AlertStateJson() {}

  /** As a document of its own, with sorted keys. */
  public static String toText(AlertState state) {
    return CanonicalJson.write(write(state));
  }

  /**
   * @param source where the text comes from, named in the refusal
   * @throws org.sitewatch.sites.UserException if the text is not what {@link #toText} gives
   */
  public static AlertState ofText(String text, String source) {
    return read(CanonicalJson.read(text, source));
  }

  /**
   * From a part of a larger document.
   *
   * @param source where it comes from, named in the refusal
   * @throws org.sitewatch.sites.UserException if it is not what {@link #write} gives
   */
  public static AlertState read(JsonNode node, String source) {
    return read(JsonFields.of(node, source));
  }

  /** As a part of a larger document; keys are in the order they are put, not sorted. */
  public static ObjectNode write(AlertState state) {
    var node = CanonicalJson.object();
    node.put("schema", SCHEMA);
    node.put("siteId", state.siteId());
    node.put("until", state.until().equals(LocalDate.MIN) ? null : state.until().toString());
    node.set("grid", PixelJson.grid(state.grid()));
    state.bands().forEach(node.putArray("bands")::add);
    var live = node.putArray("live");
    state.live().forEach(alert -> live.add(node(alert)));
    var frozen = node.putArray("frozen");
    for (FrozenPatch patch : state.frozen()) {
      var entry = frozen.addObject();
      entry.put("from", patch.from().toString());
      entry.put("until", patch.until().toString());
      PixelJson.putRuns(entry.putArray("pixels"), patch.pixels());
    }
    return node;
  }

  private static AlertState read(JsonFields fields) {
    fields.checkSchema(SCHEMA);
    var grid = PixelJson.readGrid(fields.child("grid"));
    var bands = fields.texts("bands");
    return new AlertState(
        fields.text("siteId"),
        fields.isNull("until") ? LocalDate.MIN : fields.date("until"),
        grid,
        bands,
        fields.objects("live", alert -> readAlert(alert, grid, bands.size())),
        fields.objects(
            "frozen",
            patch ->
                new FrozenPatch(
                    PixelJson.readRuns(patch, "pixels", grid),
                    patch.date("from"),
                    patch.date("until"))));
  }

  private static ObjectNode node(LiveAlert alert) {
    var node = CanonicalJson.object();
    node.put("id", alert.id());
    PixelJson.putRuns(node.putArray("pixels"), alert.pixels());
    ArrayNode direction = node.putArray("direction");
    alert
        .direction()
        .components()
        .forEach(v -> direction.add(CanonicalJson.number(v, EvidenceJson.DECIMALS)));
    node.set("timeline", EvidenceJson.timeline(alert.timeline()));
    node.set("measures", EvidenceJson.measures(alert.measures()));
    node.set("alert", EvidenceJson.alert(alert.alert()));
    var belief = node.putObject("belief");
    belief.put("cleanInRow", alert.belief().cleanInRow());
    belief.set(
        "evidenceSum", CanonicalJson.number(alert.belief().evidenceSum(), EvidenceJson.DECIMALS));
    alert.belief().sensors().forEach(belief.putArray("sensors")::add);
    return node;
  }

  private static LiveAlert readAlert(JsonFields fields, PixelGrid grid, int bands) {
    var direction = fields.numbers("direction");
    if (direction.size() != bands) {
      throw fields.refused("direction must have " + bands + " numbers, got " + direction.size());
    }
    var belief = fields.child("belief");
    return new LiveAlert(
        fields.text("id"),
        PixelJson.readRuns(fields, "pixels", grid),
        new Direction(direction),
        EvidenceJson.readTimeline(fields.child("timeline")),
        EvidenceJson.readMeasures(fields.child("measures")),
        EvidenceJson.readAlert(fields.child("alert")),
        new Belief(
            belief.integer("cleanInRow", 0, Integer.MAX_VALUE),
            belief.number("evidenceSum"),
            belief.texts("sensors")));
  }
}
