package org.sitewatch.report.comapeo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.detect.Status;
import org.sitewatch.report.json.FeatureWriter;
import org.sitewatch.report.records.DisturbanceRecord;
import org.sitewatch.report.records.RunRecords;
import org.sitewatch.report.words.PlainText;
import org.sitewatch.report.words.Words;

/**
 * {@code comapeo-alerts.geojson}: remote detection alerts as CoMapeo has them, one a disturbance
 * that is still alive. What its interface calls metadata are the other properties, flat.
 */
public final class ComapeoReport {
  public static final String FILE = "comapeo-alerts.geojson";

  private static final List<String> METADATA =
      List.of(
          "site_id",
          "site_name",
          "zone",
          "status",
          "certainty",
          "rank",
          "area_m2",
          "mgrs",
          "reason",
          "run_id");

  private ComapeoReport() {}

  public static SortedMap<String, byte[]> files(RunRecords records, Words words) {
    var out = new ByteArrayOutputStream();
    try (FeatureWriter features = new FeatureWriter(out)) {
      for (DisturbanceRecord disturbance : records.disturbances()) {
        if (!Status.isOver(disturbance.text("status"))) {
          write(features, disturbance);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    var files = new TreeMap<String, byte[]>();
    files.put(FILE, out.toByteArray());
    return files;
  }

  /** Its readers refuse an alert that ends when it begins: days begin and end. */
  private static void write(FeatureWriter features, DisturbanceRecord disturbance)
      throws IOException {
    String to = disturbance.text("occurred_to");
    String from = disturbance.text("occurred_from");
    features.start(disturbance.id(), disturbance.outline());
    features.put("detectionDateStart", (from.isEmpty() ? to : from) + "T00:00:00Z");
    features.put("detectionDateEnd", to + "T23:59:59Z");
    features.put("sourceId", disturbance.id());
    features.put("alert_type", disturbance.text("type"));
    for (String name : METADATA) {
      if (disturbance.properties().path(name).isIntegralNumber()) {
        features.put(name, disturbance.properties().path(name).longValue());
      } else if (disturbance.number(name).isPresent()) {
        features.put(name, disturbance.number(name).getAsDouble(), 1);
      } else if (!disturbance.text(name).isEmpty()) {
        features.put(name, PlainText.of(disturbance.text(name)));
      }
    }
    features.end();
  }
}
