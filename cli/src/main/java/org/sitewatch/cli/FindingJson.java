package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sitewatch.sites.registry.Proposal;
import org.sitewatch.sites.registry.RegistryFinding;

/** What is wrong in a registry, for programs. */
final class FindingJson {
  private static final int AREA_DECIMALS = 1;

  private FindingJson() {}

  /** Lon and lat are null where a finding is at no one place. */
  static void put(ObjectNode json, List<RegistryFinding> findings) {
    ArrayNode array = json.putArray("findings");
    for (RegistryFinding finding : findings) {
      ObjectNode node = array.addObject();
      node.put("severity", finding.isError() ? "error" : "warning");
      node.put("code", finding.code().name());
      node.put("site_id", finding.siteId());
      put(node, "lon", finding.lon());
      put(node, "lat", finding.lat());
      node.put("message", finding.message());
      node.put("problem", finding.problem());
      node.put("cure", finding.cure());
      if (finding.proposal().isNone()) {
        node.putNull("proposal");
      } else {
        put(node.putObject("proposal"), finding.proposal());
      }
    }
  }

  private static void put(ObjectNode node, Proposal proposal) {
    node.put("feature", proposal.feature());
    area(node, "area_before_m2", proposal.areaBefore_m2());
    area(node, "area_after_m2", proposal.areaAfter_m2());
  }

  private static void put(ObjectNode node, String name, double degrees) {
    if (Double.isFinite(degrees)) {
      node.put(name, degrees);
    } else {
      node.putNull(name);
    }
  }

  static void area(ObjectNode node, String name, double area_m2) {
    if (Double.isFinite(area_m2)) {
      node.put(name, BigDecimal.valueOf(area_m2).setScale(AREA_DECIMALS, RoundingMode.HALF_EVEN));
    } else {
      node.putNull(name);
    }
  }
}
