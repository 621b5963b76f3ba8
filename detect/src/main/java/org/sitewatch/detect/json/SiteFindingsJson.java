package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Extent;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.SiteFindings;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.Zone;

/** The findings of one site as JSON. */
public final class SiteFindingsJson {
  /** Raised when an older program could no longer read what is written. */
  public static final int SCHEMA = 5;

  private SiteFindingsJson() {}

  /** As a document of its own, with sorted keys. */
  public static String toText(SiteFindings findings) {
    return CanonicalJson.write(write(findings));
  }

  /**
   * @param source where the text comes from, named in the refusal
   * @throws org.sitewatch.sites.UserException if the text is not what {@link #toText} gives
   */
  public static SiteFindings ofText(String text, String source) {
    return read(CanonicalJson.read(text, source));
  }

  /**
   * From a part of a larger document.
   *
   * @param source where it comes from, named in the refusal
   * @throws org.sitewatch.sites.UserException if it is not what {@link #write} gives
   */
  public static SiteFindings read(JsonNode node, String source) {
    return read(JsonFields.of(node, source));
  }

  /** As a part of a larger document; keys are in the order they are put, not sorted. */
  public static ObjectNode write(SiteFindings findings) {
    var node = CanonicalJson.object();
    node.put("schema", SCHEMA);
    node.put("siteId", findings.siteId());
    node.put("lastClearLook", findings.lastClear().map(Object::toString).orElse(null));
    node.put("droppedUnconfirmed", findings.droppedUnconfirmed());
    node.put("paddingObjects", findings.paddingObjects());
    var budget = node.putObject("budget");
    put(budget, "leastConfidence", findings.budget().leastConfidence());
    put(budget, "expectedFalseAlarms", findings.budget().expectedFalseAlarms());
    budget.put("landCover", findings.budget().cover().label());
    put(budget, "ownFalseAlarms", findings.budget().ownFalseAlarms());
    put(budget, "classFalseAlarms", findings.budget().classFalseAlarms());
    var disturbances = node.putArray("disturbances");
    findings.disturbances().forEach(disturbance -> disturbances.add(node(disturbance)));
    var outcomes = node.putArray("outcomes");
    findings.outcomes().forEach(outcome -> outcomes.add(OutcomeJson.node(outcome)));
    return node;
  }

  private static SiteFindings read(JsonFields fields) {
    fields.checkSchema(SCHEMA);
    String siteId = fields.text("siteId");
    return new SiteFindings(
        siteId,
        fields.objects("disturbances", disturbance -> readDisturbance(disturbance, siteId)),
        fields.objects("outcomes", OutcomeJson::read),
        fields.isNull("lastClearLook") ? null : fields.date("lastClearLook"),
        fields.integer("droppedUnconfirmed", 0, Integer.MAX_VALUE),
        fields.integer("paddingObjects", 0, Integer.MAX_VALUE),
        readBudget(fields.child("budget")));
  }

  private static HeldBudget readBudget(JsonFields fields) {
    return new HeldBudget(
        fields.numberOrNaN("leastConfidence"),
        fields.numberOrNaN("expectedFalseAlarms"),
        fields.choice("landCover", LandCover.class),
        fields.numberOrNaN("ownFalseAlarms"),
        fields.numberOrNaN("classFalseAlarms"));
  }

  private static ObjectNode node(Disturbance disturbance) {
    var node = CanonicalJson.object();
    node.put("id", disturbance.id());
    node.put("zone", disturbance.zone().label());
    OutlineJson.put(node.putArray("outline"), disturbance.outline());
    node.set("extent", extent(disturbance.extent()));
    node.set("timeline", EvidenceJson.timeline(disturbance.timeline()));
    node.set("measures", EvidenceJson.measures(disturbance.measures()));
    node.set("alert", EvidenceJson.alert(disturbance.alert()));
    return node;
  }

  private static Disturbance readDisturbance(JsonFields fields, String siteId) {
    return new Disturbance(
        fields.text("id"),
        siteId,
        fields.choice("zone", Zone.class),
        OutlineJson.read(fields, "outline"),
        readExtent(fields.child("extent")),
        EvidenceJson.readTimeline(fields.child("timeline")),
        EvidenceJson.readMeasures(fields.child("measures")),
        EvidenceJson.readAlert(fields.child("alert")));
  }

  private static ObjectNode extent(Extent extent) {
    var node = CanonicalJson.object();
    node.put("pixels", extent.pixels());
    put(node, "area_m2", extent.area_m2());
    put(node, "extent_pct", extent.extent_pct());
    put(node, "centroidLon", extent.centroidLon());
    put(node, "centroidLat", extent.centroidLat());
    put(node, "distanceToCore_m", extent.distanceToCore_m());
    put(node, "distanceToBoundary_m", extent.distanceToBoundary_m());
    return node;
  }

  private static void put(ObjectNode node, String name, double value) {
    node.set(name, CanonicalJson.number(value, EvidenceJson.DECIMALS));
  }

  private static Extent readExtent(JsonFields fields) {
    return new Extent(
        fields.number("area_m2"),
        fields.integer("pixels", 1, Integer.MAX_VALUE),
        fields.number("extent_pct"),
        fields.number("centroidLon"),
        fields.number("centroidLat"),
        fields.number("distanceToCore_m"),
        fields.number("distanceToBoundary_m"));
  }
}
