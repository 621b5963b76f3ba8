package org.sitewatch.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sitewatch.ingest.tiff.Compression;
import org.sitewatch.ingest.tiff.Overview;
import org.sitewatch.ingest.tiff.SampleType;
import org.sitewatch.ingest.tiff.Samples;
import org.sitewatch.ingest.tiff.TiffWriter;
import org.sitewatch.sites.PixelGrid;

/** Writes bands the way the catalogue keeps them: tiled, Deflate, overviews, 0 = no data. */
final class CogWriter implements BandWriter {
  private static final int TILE_PX = 256;

  @Override
  public void write(Path file, PixelGrid grid, short[] samples) throws IOException {
    writer(SampleType.U16, grid, samples).overviews(Overview.AVERAGE).writeAtomically(file);
  }

  @Override
  public void write(Path file, PixelGrid grid, byte[] samples) throws IOException {
    writer(SampleType.U8, grid, samples)
        .withoutPredictor()
        .overviews(Overview.NEAREST)
        .writeAtomically(file);
  }

  private static TiffWriter writer(SampleType type, PixelGrid grid, Object samples) {
    return TiffWriter.of(Samples.of(type, grid.width(), grid.height(), List.of(samples)), grid)
        .compression(Compression.DEFLATE)
        .tileSize(TILE_PX)
        .nodata(0);
  }
}
