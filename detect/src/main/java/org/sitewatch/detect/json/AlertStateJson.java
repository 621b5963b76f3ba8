package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.Belief;
import org.sitewatch.detect.Direction;
import org.sitewatch.detect.FrozenPatch;
import org.sitewatch.detect.HeldOut;
import org.sitewatch.detect.LiveAlert;
import org.sitewatch.sites.PixelGrid;

/** An alert state as JSON. */
public final class AlertStateJson {
  /** Raised when an older program could no longer read what is written. */
  public static final int SCHEMA = 4;

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
    node.put("until", text(state.until()));
    node.set("grid", PixelJson.grid(state.grid()));
    state.bands().forEach(node.putArray("bands")::add);
    putAlerts(node.putArray("live"), state.live());
    putPatches(node.putArray("frozen"), state.frozen());
    var heldOut = node.putObject("heldOut");
    heldOut.put("day", text(state.heldOut().day()));
    putPatches(heldOut.putArray("patches"), state.heldOut().patches());
    putAlerts(node.putArray("ended"), state.ended());
    return node;
  }

  private static AlertState read(JsonFields fields) {
    fields.checkSchema(SCHEMA);
    var grid = PixelJson.readGrid(fields.child("grid"));
    var bands = fields.texts("bands");
    var heldOut = fields.child("heldOut");
    return new AlertState(
        fields.text("siteId"),
        day(fields, "until"),
        grid,
        bands,
        fields.objects("live", alert -> readAlert(alert, grid, bands.size())),
        readPatches(fields, "frozen", grid),
        new HeldOut(day(heldOut, "day"), readPatches(heldOut, "patches", grid)),
        fields.objects("ended", alert -> readAlert(alert, grid, bands.size())));
  }

  private static String text(LocalDate day) {
    return day.equals(LocalDate.MIN) ? null : day.toString();
  }

  private static LocalDate day(JsonFields fields, String name) {
    return fields.isNull(name) ? LocalDate.MIN : fields.date(name);
  }

  private static void putAlerts(ArrayNode nodes, List<LiveAlert> alerts) {
    alerts.forEach(alert -> nodes.add(node(alert)));
  }

  private static void putPatches(ArrayNode nodes, List<FrozenPatch> patches) {
    for (FrozenPatch patch : patches) {
      var entry = nodes.addObject();
      entry.put("id", patch.id());
      entry.put("from", patch.from().toString());
      entry.put("until", patch.until().toString());
      PixelJson.putRuns(entry.putArray("pixels"), patch.pixels());
    }
  }

  private static List<FrozenPatch> readPatches(JsonFields fields, String name, PixelGrid grid) {
    return fields.objects(
        name,
        patch ->
            new FrozenPatch(
                patch.text("id"),
                PixelJson.readRuns(patch, "pixels", grid),
                patch.date("from"),
                patch.date("until")));
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
    belief.put("apartInRow", alert.belief().apartInRow());
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
            belief.integer("apartInRow", 0, Integer.MAX_VALUE),
            belief.number("evidenceSum"),
            belief.texts("sensors")));
  }
}
