package org.sitewatch.report.run;

import static org.sitewatch.report.json.CanonicalJson.text;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.sitewatch.detect.HeldBudget;
import org.sitewatch.detect.LookShift;
import org.sitewatch.report.json.CanonicalJson;
import org.sitewatch.report.json.FixedDecimals;
import org.sitewatch.report.json.PoolsJson;
import org.sitewatch.sites.Sha256;

/** A manifest as canonical JSON: names in order, indent of two, a line feed at the end. */
final class ManifestWriter {
  private static final int SHIFT_DECIMALS = 4;
  private static final int RATE_DECIMALS = 6;

  private final JsonGenerator json;

  private ManifestWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Sealed: with the sha256 of all lines but the one of the seal. */
  static void write(RunManifest manifest, OutputStream out) throws IOException {
    write(manifest, seal(manifest), out);
  }

  /** As manifests were before they had a seal. */
  static void writeUnsealed(RunManifest manifest, OutputStream out) throws IOException {
    write(manifest, "", out);
  }

  private static String seal(RunManifest manifest) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      writeUnsealed(manifest, out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A manifest may be hundreds of megabytes long: it is never in memory as a whole. */
  private static void write(RunManifest manifest, String seal, OutputStream out)
      throws IOException {
    try (JsonGenerator json = CanonicalJson.writer(out)) {
      new ManifestWriter(json).write(manifest, seal);
      json.writeRaw('\n');
    }
  }

  private void write(RunManifest manifest, String seal) throws IOException {
    RunInputs inputs = manifest.inputs();
    json.writeStartObject();
    writeBudgets(manifest.budgets());
    write("files", manifest.files());
    json.writeObjectFieldStart("inputs");
    if (!inputs.floors().isEmpty()) { // manifests from before there were any stay what they are
      write("floors", inputs.floors());
    }
    json.writeStringField("registry_sha256", inputs.registrySha256());
    if (!inputs.reviews().isEmpty()) {
      write("reviews", inputs.reviews());
    }
    json.writeArrayFieldStart("scenes");
    for (SceneInput scene : inputs.scenes()) {
      write(scene);
    }
    json.writeEndArray();
    write("settings", inputs.settings());
    json.writeArrayFieldStart("sites");
    for (SiteDecision site : inputs.sites()) {
      write(site);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeFieldName("pools");
    json.writeTree(PoolsJson.write(manifest.pools()));
    write(manifest.previous());
    writeRegistration(manifest.registration());
    json.writeObjectFieldStart("run");
    json.writeStringField("id", inputs.run().id());
    json.writeStringField("since", inputs.run().period().since().toString());
    json.writeStringField("until", inputs.run().period().until().toString());
    json.writeEndObject();
    json.writeNumberField("schema", manifest.schema());
    if (!seal.isEmpty()) {
      json.writeStringField("seal", seal);
    }
    json.writeStringField("software", text(inputs.run().software()));
    write("state", manifest.state());
    json.writeEndObject();
  }

  private void writeBudgets(SortedMap<String, HeldBudget> budgets) throws IOException {
    json.writeObjectFieldStart("budgets");
    for (var site : budgets.entrySet()) {
      HeldBudget budget = site.getValue();
      json.writeObjectFieldStart(text(site.getKey()));
      write("class_false_alarms", budget.classFalseAlarms());
      write("expected_false_alarms", budget.expectedFalseAlarms());
      json.writeStringField("land_cover", budget.cover().label());
      write("least_confidence", budget.leastConfidence());
      write("own_false_alarms", budget.ownFalseAlarms());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(String name, double value) throws IOException {
    json.writeFieldName(name);
    if (Double.isNaN(value)) {
      json.writeNull();
    } else {
      json.writeRawValue(FixedDecimals.of(value, RATE_DECIMALS));
    }
  }

  private void writeRegistration(SortedMap<String, SortedMap<String, LookShift>> registration)
      throws IOException {
    json.writeObjectFieldStart("registration");
    for (var site : registration.entrySet()) {
      json.writeObjectFieldStart(text(site.getKey()));
      for (var look : site.getValue().entrySet()) {
        json.writeObjectFieldStart(text(look.getKey()));
        json.writeFieldName("dx_px");
        json.writeRawValue(FixedDecimals.of(look.getValue().dx_px(), SHIFT_DECIMALS));
        json.writeFieldName("dy_px");
        json.writeRawValue(FixedDecimals.of(look.getValue().dy_px(), SHIFT_DECIMALS));
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void write(SceneInput scene) throws IOException {
    json.writeStartObject();
    json.writeStringField("href", text(scene.href()));
    json.writeStringField("id", text(scene.id()));
    if (!scene.itemSha256().isEmpty()) {
      json.writeStringField("item_sha256", scene.itemSha256());
    }
    json.writeStringField("offset_decision", text(scene.offsetDecision()));
    json.writeStringField("processing_baseline", text(scene.processingBaseline()));
    json.writeStringField("sha256", scene.sha256());
    json.writeEndObject();
  }

  private void write(SiteDecision site) throws IOException {
    json.writeStartObject();
    Optional<SiteDecision.EarlierLooks> earlier = site.history();
    if (earlier.isPresent()) {
      json.writeObjectFieldStart("earlier_looks");
      json.writeNumberField("count", earlier.get().count());
      json.writeStringField("sha256", earlier.get().sha256());
      json.writeEndObject();
    }
    json.writeStringField("grid", text(site.grid()));
    write("looks", site.looks());
    write("notes", site.notes());
    json.writeStringField("site_id", text(site.siteId()));
    if (!site.tilesSha256().isEmpty()) {
      json.writeStringField("tiles_sha256", site.tilesSha256());
    }
    json.writeEndObject();
  }

  private void write(Optional<PreviousRun> previous) throws IOException {
    if (previous.isEmpty()) {
      json.writeNullField("previous");
      return;
    }
    json.writeObjectFieldStart("previous");
    json.writeStringField("run", previous.get().id());
    json.writeStringField("sha256", previous.get().sha256());
    json.writeEndObject();
  }

  private void write(String name, Map<String, String> sorted) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> entry : sorted.entrySet()) {
      json.writeStringField(text(entry.getKey()), text(entry.getValue()));
    }
    json.writeEndObject();
  }

  private void write(String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String one : texts) {
      json.writeString(text(one));
    }
    json.writeEndArray();
  }
}
