package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.ingest.stac.profile.CatalogProfile;

/** The catalogues that are known, for people and for programs. */
final class ProfileText {
  private ProfileText() {}

  static List<String> lines(List<CatalogProfile> profiles, boolean json) {
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      profiles.forEach(profile -> put(all.addObject(), profile));
      return List.of(JsonNodeFactory.instance.objectNode().set("profiles", all).toString());
    }
    var lines = new ArrayList<String>();
    for (CatalogProfile profile : profiles) {
      lines.add(profile.name() + ": " + profile.title());
      lines.add("  " + profile.api() + ", " + String.join(", ", profile.collections()));
      lines.add("  access: " + profile.notes().access());
      lines.add("  terms: " + profile.notes().terms());
      if (!profile.notes().warning().isEmpty()) {
        lines.add("  note: " + profile.notes().warning());
      }
    }
    return lines;
  }

  private static void put(ObjectNode json, CatalogProfile profile) {
    json.put("name", profile.name()).put("title", profile.title()).put("api", profile.api());
    ArrayNode collections = json.putArray("collections");
    profile.collections().forEach(collections::add);
    json.put("sensor", profile.sensor()).put("access", profile.notes().access());
    json.put("terms", profile.notes().terms()).put("source", profile.notes().source());
    json.put("warning", profile.notes().warning());
  }
}
