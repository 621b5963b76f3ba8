package org.sitewatch.ingest.stac;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.sitewatch.ingest.Acquisition;
import org.sitewatch.ingest.Calibration;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.stac.SceneDraft.AssetDraft;

/**
 * What the user says of an image that comes without a STAC item.
 *
 * @param bands common names in the order of the file's bands
 */
public record BareImage(
    Instant datetime, List<String> bands, Sensor sensor, Calibration calibration) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  public BareImage {
    bands = List.copyOf(bands);
  }

  /** The scene is named after the file, with its day put behind unless the name has it. */
  SceneDraft draft(Location file) {
    String name = file.name().replaceFirst("\\.[^.]+$", "");
    String day = DAY.format(datetime);
    String id = name.contains(day) ? name : name + "_" + day;
    var asset =
        new AssetDraft(
            "image", file, bands, false, calibration, calibration.declared(), Optional.empty());
    return new SceneDraft(id, "", datetime, sensor, Acquisition.UNKNOWN, false, List.of(asset));
  }
}
