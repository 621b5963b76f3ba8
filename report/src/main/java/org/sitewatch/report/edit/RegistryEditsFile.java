package org.sitewatch.report.edit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.sites.Zone;

/**
 * {@code registry_changes.json}: edits of the registry since the runs before, one object a site.
 */
public final class RegistryEditsFile {
  public static final String NAME = "registry_changes.json";

  private static final int DECIMALS = 1;

  private RegistryEditsFile() {}

  /**
   * @param out stays open
   */
  public static void write(List<RegistryEdit> edits, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      write(edits, json);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  /** A field {@code registry_changes}. */
  public static void write(List<RegistryEdit> edits, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("registry_changes");
    for (RegistryEdit edit : edits) {
      json.writeStartObject();
      json.writeStringField("site_id", edit.siteId());
      json.writeStringField("change", edit.kind().label());
      json.writeStringField("former_id", edit.formerId());
      json.writeStringField("since_run", edit.sinceRun());
      json.writeStringField("registry_before", edit.versions().before());
      json.writeStringField("registry_after", edit.versions().after());
      number(json, "area_before_m2", edit.ground().areaBefore_m2());
      number(json, "area_after_m2", edit.ground().areaAfter_m2());
      number(json, "moved_m", edit.ground().moved_m());
      list(json, "outlines", edit.ground().outlines().stream().map(Zone::label).toList());
      json.writeBooleanField("new_window", edit.ground().isNewWindow());
      json.writeNumberField("looks", edit.ground().looks());
      json.writeNumberField("looks_lost", edit.ground().looksLost());
      list(json, "entered", edit.entered());
      list(json, "left", edit.left());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    json.writeFieldName(name);
    if (Double.isFinite(value)) {
      json.writeNumber(FixedDecimals.of(value, DECIMALS));
    } else {
      json.writeNull();
    }
  }

  private static void list(JsonGenerator json, String name, List<String> words) throws IOException {
    json.writeArrayFieldStart(name);
    for (String word : words) {
      json.writeString(word);
    }
    json.writeEndArray();
  }
}
