package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sitewatch.sites.registry.RegistryFinding;

/** What is wrong in a registry, for programs. */
final class FindingJson {

  private FindingJson() {}

  /** Lon and lat are null where a finding is at no one place. */
  static void put(ObjectNode json, List<RegistryFinding> findings) {
    ArrayNode array = json.putArray("findings");
    for (RegistryFinding finding : findings) {
      ObjectNode node = array.addObject();
      node.put("severity", finding.isError() ? "error" : "warning");
      node.put("code", finding.code().name());
      node.put("site_id", finding.siteId());
      node.put("lon", finding.lon()).put("lat", finding.lat());
      for (String degree : List.of("lon", "lat")) {
        if (!Double.isFinite(node.path(degree).asDouble())) {
          node.putNull(degree);
        }
      }
      node.put("message", finding.message());
    }
  }
}
