package org.sitewatch.detect.job;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.SimulatedAlerts;
import org.sitewatch.detect.TileResult;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.KnownLooks;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.Scene;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.sites.Sha256;
import org.sitewatch.sites.Site;

/**
 * Looks without a pixel, each of one scene, whose tiles have the hashes of their names; what they
 * show is drawn by lot.
 */
public record SimulatedPixels(SimulatedAlerts alerts) implements PixelWork {
  private static final long serialVersionUID = 1L;
  private static final List<String> BANDS =
      List.of("blue", "green", "red", "nir", "swir16", "swir22");
  private static final float[][] NO_PLANES = new float[BANDS.size()][];

  @Override
  public StackReading read(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until, KnownLooks known) {
    var looks = new ArrayList<Look>();
    var hashes = new TreeMap<String, String>();
    var layouts = new TreeMap<String, String>();
    for (String id : view.sceneIds()) {
      Scene scene = catalog.getScene(id);
      if (!scene.date().isAfter(until)) {
        String note = id + ": 20m resampled bilinearly from EPSG:" + view.grid().epsg();
        looks.add(new Look(id, scene.datetime(), scene.sensor(), List.of(id), List.of(note)));
        for (String part : List.of("10m", "20m", "mask")) {
          layouts.put(id + "." + part, part);
          hashes.put(
              id + "." + part,
              Sha256.of((view.site().id() + id + part).getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
    var planes = new float[looks.size()][][];
    var states = new byte[looks.size()][];
    byte[] shared = new byte[view.grid().size()];
    for (int look = 0; look < planes.length; look++) {
      planes[look] = NO_PLANES;
      states[look] = shared;
    }
    var stack = new TileStack(view.grid(), BANDS, true, looks, planes, states);
    return new StackReading(stack, List.of(), hashes, layouts);
  }

  @Override
  public TileResult judge(
      Site site,
      TileStack stack,
      AlertState before,
      Period period,
      DetectConfig config,
      ClassPools pools,
      String idMark,
      ObjectLog log,
      KnowledgeShelf shelf) {
    return alerts.judge(site, stack, before.on(stack), period);
  }
}
