package org.sitewatch.ingest.tiff;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Blocks packed by JPEG, decoded by imageio-ext: its values are those of GDAL, colours turned to
 * red, green and blue. The only kind of file it reads rightly and we do not read ourselves, so that
 * its classes are loaded for such files only. It believes what a file says of itself, takes the
 * memory for it and follows wherever a tag leads; so it is handed a file of our own making for each
 * block, with nothing in it but the block.
 */
final class JpegDecoder implements AutoCloseable {
  private final JpegTags tags;
  private ImageReader reader;

  JpegDecoder(JpegTags tags) {
    this.tags = tags;
  }

  /**
   * Decodes a block into {@code out}, in rows as long as the layout's blocks.
   *
   * @param part the pixels of the block that lie in the image
   * @throws IOException also where the library stumbles over bad data with another exception
   */
  void decode(byte[] packed, int count, PixelWindow part, BlockLayout layout, byte[] out)
      throws IOException {
    JpegFrame frame = JpegFrame.of(packed, count);
    frame.check(part, layout);
    if (reader == null) {
      reader = new TIFFImageReaderSpi().createReaderInstance(null);
    }
    int bands = layout.bands();
    byte[] file = tags.fileOf(packed, count, frame);
    try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(stream);
      var parameters = reader.getDefaultReadParam();
      parameters.setSourceRegion(new Rectangle(part.width(), part.height()));
      var raster = reader.read(0, parameters).getRaster();
      if (raster.getNumBands() != bands
          || raster.getWidth() != part.width()
          || raster.getHeight() != part.height()) {
        throw new IOException("JPEG holds an image of another kind than the tags say");
      }
      int[] row = new int[part.width() * bands];
      for (int y = 0; y < part.height(); y++) {
        raster.getPixels(0, y, part.width(), 1, row);
        for (int i = 0; i < row.length; i++) {
          out[y * layout.rowBytes() + i] = (byte) row[i];
        }
      }
    } catch (RuntimeException e) {
      throw new IOException(
          "JPEG cannot be decoded; it is damaged or of a kind that is not read", e);
    }
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.dispose();
    }
  }
}
