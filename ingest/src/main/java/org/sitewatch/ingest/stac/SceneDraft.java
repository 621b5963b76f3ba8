package org.sitewatch.ingest.stac;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sitewatch.ingest.Acquisition;
import org.sitewatch.ingest.Calibration;
import org.sitewatch.ingest.Sensor;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.sites.PixelGrid;

/**
 * A scene as its document tells it; nothing was opened yet.
 *
 * @param offsetApplied the document says that the radiometric offset is already in the pixels
 */
record SceneDraft(
    String id,
    String collection,
    Instant datetime,
    Sensor sensor,
    Acquisition acquisition,
    boolean offsetApplied,
    List<AssetDraft> assets) {

  /**
   * @param bands common names in file order
   * @param calibration as declared
   * @param offsetGiven whether the offset of the calibration was given, not its scale alone
   * @param grid as declared, empty where the document does not say
   */
  record AssetDraft(
      String key,
      Location file,
      List<String> bands,
      boolean mask,
      Calibration calibration,
      boolean offsetGiven,
      Optional<PixelGrid> grid) {}
}
