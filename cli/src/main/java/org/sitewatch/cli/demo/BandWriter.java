package org.sitewatch.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.sitewatch.sites.PixelGrid;

/** How one band becomes one file. */
interface BandWriter {
  /**
   * @param samples unsigned 16-bit numbers, row by row, 0 = no data
   */
  void write(Path file, PixelGrid grid, short[] samples) throws IOException;

  /**
   * @param samples unsigned bytes, row by row, 0 = no data
   */
  void write(Path file, PixelGrid grid, byte[] samples) throws IOException;
}
