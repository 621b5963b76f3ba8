package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.report.TerminalText;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.registry.RegistryDiff;
import org.sitewatch.sites.registry.RenamedSites;
import org.sitewatch.sites.registry.SiteChange;

/** A {@link RegistryDiff} for people and for programs. */
final class DiffText {

  private DiffText() {}

  /** One line a site that is not as it was. */
  static List<String> lines(RegistryDiff diff) {
    var lines = new ArrayList<String>();
    diff.added().forEach(site -> lines.add(line("added", site)));
    diff.removed().forEach(site -> lines.add(line("removed", site)));
    diff.renamed().forEach(one -> lines.add(line(one)));
    diff.changed().forEach(change -> lines.add(line(change)));
    return lines;
  }

  private static String line(String what, Site site) {
    return what + "\t" + TerminalText.of(site.id()) + "\t" + TerminalText.of(site.name());
  }

  private static String line(RenamedSites.Renaming one) {
    return "renamed\t%s\t'%s' → '%s' (%s %% of the ground is the same)"
        .formatted(
            TerminalText.of(one.after().id()),
            TerminalText.of(one.before().id()),
            TerminalText.of(one.after().id()),
            rounded(100 * one.share(), 1));
  }

  private static String line(SiteChange change) {
    var parts = new ArrayList<String>();
    if (!change.outlines().isEmpty() || isZones(change)) {
      parts.add("moved " + rounded(change.moved_m(), 1) + " m");
      parts.add(
          "area %s → %s m² (%s m², %s %%)"
              .formatted(
                  rounded(change.areaBefore_m2(), 1),
                  rounded(change.areaAfter_m2(), 1),
                  signed(change.areaAfter_m2() - change.areaBefore_m2(), 1),
                  signed(change.areaChange_pct(), 2)));
    }
    change.outlines().forEach(zone -> parts.add("outline of " + zone.label()));
    for (SiteChange.Field field : change.fields()) {
      parts.add(field.name() + " '" + field.from() + "' → '" + field.to() + "'");
    }
    return change.kind().label()
        + "\t"
        + TerminalText.of(change.siteId())
        + "\t"
        + TerminalText.of(String.join("; ", parts));
  }

  private static boolean isZones(SiteChange change) {
    return change.fields().stream().anyMatch(field -> field.name().equals("zones"));
  }

  static String json(RegistryDiff diff) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json.putArray("added"), diff.added());
    put(json.putArray("removed"), diff.removed());
    ArrayNode renamed = json.putArray("renamed");
    for (RenamedSites.Renaming one : diff.renamed()) {
      ObjectNode node = renamed.addObject().put("from", one.before().id());
      node.put("to", one.after().id()).put("same_ground_pct", rounded(100 * one.share(), 1));
    }
    ArrayNode changed = json.putArray("changed");
    for (SiteChange change : diff.changed()) {
      ObjectNode node = changed.addObject().put("id", change.siteId());
      node.put("kind", change.kind().label());
      node.put("moved_m", rounded(change.moved_m(), 1));
      node.put("area_before_m2", rounded(change.areaBefore_m2(), 1));
      node.put("area_after_m2", rounded(change.areaAfter_m2(), 1));
      node.put("area_change_m2", rounded(change.areaAfter_m2() - change.areaBefore_m2(), 1));
      node.put("area_change_pct", rounded(change.areaChange_pct(), 2));
      ArrayNode outlines = node.putArray("outlines");
      change.outlines().forEach(zone -> outlines.add(zone.label()));
      ArrayNode fields = node.putArray("fields");
      for (SiteChange.Field field : change.fields()) {
        fields
            .addObject()
            .put("name", field.name())
            .put("from", field.from())
            .put("to", field.to());
      }
    }
    json.put("unchanged", diff.unchanged());
    return json.toString();
  }

  private static void put(ArrayNode array, List<Site> sites) {
    sites.forEach(site -> array.addObject().put("id", site.id()).put("name", site.name()));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  private static String signed(double value, int decimals) {
    BigDecimal rounded = rounded(value, decimals);
    return rounded.signum() > 0 ? "+" + rounded : rounded.toPlainString();
  }
}
