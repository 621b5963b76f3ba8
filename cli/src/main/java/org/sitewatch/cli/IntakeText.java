package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sitewatch.report.TerminalText;
import org.sitewatch.sites.Zone;
import org.sitewatch.sites.registry.intake.Intake;
import org.sitewatch.sites.registry.mapping.FieldMapping;
import org.sitewatch.sites.registry.mapping.FieldRole;

/** What was taken for granted when a planner's file was read, for people and for programs. */
final class IntakeText {

  private IntakeText() {}

  /** A line a layer with its fields, then what was guessed or made. */
  static List<String> lines(Intake intake) {
    var lines = new ArrayList<String>();
    for (Intake.Layer layer : intake.layers()) {
      String zone = layer.zone().map(known -> ", all " + known.label()).orElse("");
      String line =
          "%s '%s', %d features%s: %s"
              .formatted(
                  intake.format(), layer.name(), layer.features(), zone, layer.mapping().words());
      lines.add(TerminalText.of(line));
    }
    intake.notices().forEach(notice -> lines.add(TerminalText.of(notice)));
    return lines;
  }

  static void put(ObjectNode json, Intake intake) {
    json.put("format", intake.format());
    ArrayNode layers = json.putArray("layers");
    for (Intake.Layer layer : intake.layers()) {
      ObjectNode node = layers.addObject().put("name", layer.name());
      node.put("features", layer.features());
      node.put("zone", layer.zone().map(Zone::label).orElse(null));
      ObjectNode fields = node.putObject("fields");
      for (FieldRole role : FieldRole.values()) {
        FieldMapping.Source source = layer.mapping().sources().get(role);
        if (source == null) {
          fields.putNull(role.label());
        } else {
          fields
              .putObject(role.label())
              .put("field", source.field())
              .put("guessed", !source.given());
        }
      }
    }
    ArrayNode notices = json.putArray("notices");
    intake.notices().forEach(notices::add);
  }
}
