package org.sitewatch.detect.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sitewatch.detect.score.Grounds;
import org.sitewatch.detect.score.ObjectFeatures;
import org.sitewatch.sites.Quote;

/** The grounds of a confidence: {@code [feature, value, push]} for each part. */
final class GroundsJson {
  private static final int PART = 3;

  private GroundsJson() {}

  static ObjectNode node(Grounds grounds) {
    var node = CanonicalJson.object();
    node.set("score", CanonicalJson.number(grounds.score(), EvidenceJson.DECIMALS));
    node.set("start", CanonicalJson.number(grounds.start(), EvidenceJson.DECIMALS));
    var parts = node.putArray("parts");
    for (Grounds.Part part : grounds.parts()) {
      parts
          .addArray()
          .add(part.feature())
          .add(CanonicalJson.number(part.value(), EvidenceJson.DECIMALS))
          .add(CanonicalJson.number(part.push(), EvidenceJson.DECIMALS));
    }
    return node;
  }

  static Grounds read(JsonFields fields) {
    return new Grounds(
        fields.numberOrNaN("score"),
        fields.numberOrNaN("start"),
        fields.list("parts", part -> part(part, fields)));
  }

  private static Grounds.Part part(JsonNode part, JsonFields fields) {
    String feature = part.path(0).asText();
    if (part.size() != PART || !ObjectFeatures.NAMES.contains(feature)) {
      throw fields.refused(
          "a part must be [feature, value, push], got " + Quote.of(part.toString()));
    }
    return new Grounds.Part(
        feature,
        JsonFields.number(part.path(1), "value of " + feature),
        JsonFields.number(part.path(2), "push of " + feature));
  }
}
