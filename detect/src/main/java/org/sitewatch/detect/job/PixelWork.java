package org.sitewatch.detect.job;

import java.io.Serializable;
import java.time.LocalDate;
import org.sitewatch.detect.AlertState;
import org.sitewatch.detect.DetectConfig;
import org.sitewatch.detect.KnowledgeShelf;
import org.sitewatch.detect.Period;
import org.sitewatch.detect.TileDetector;
import org.sitewatch.detect.TileResult;
import org.sitewatch.detect.score.ClassPools;
import org.sitewatch.detect.score.ObjectLog;
import org.sitewatch.ingest.KnownLooks;
import org.sitewatch.ingest.SceneCatalog;
import org.sitewatch.ingest.SiteView;
import org.sitewatch.ingest.StackReader;
import org.sitewatch.ingest.StackReading;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.ingest.TileStore;
import org.sitewatch.sites.Site;

/** All of an examination that touches pixels: what lies around it deals in records only. */
public interface PixelWork extends Serializable {
  /** Out of the tile store, by the detector. */
  PixelWork OF_TILES = new OfTiles();

  /** As {@link StackReader#read(SiteView, SceneCatalog, TileStore, LocalDate, KnownLooks)}. */
  StackReading read(
      SiteView view, SceneCatalog catalog, TileStore store, LocalDate until, KnownLooks known);

  /** As {@link TileDetector#detect}. */
  TileResult judge(
      Site site,
      TileStack stack,
      AlertState before,
      Period period,
      DetectConfig config,
      ClassPools pools,
      String idMark,
      ObjectLog log,
      KnowledgeShelf shelf);

  /** See {@link #OF_TILES}. */
  record OfTiles() implements PixelWork {
    @Override
    public StackReading read(
        SiteView view, SceneCatalog catalog, TileStore store, LocalDate until, KnownLooks known) {
      return StackReader.read(view, catalog, store, until, known);
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
      return TileDetector.detect(site, stack, before, period, config, pools, idMark, log, shelf);
    }
  }
}
