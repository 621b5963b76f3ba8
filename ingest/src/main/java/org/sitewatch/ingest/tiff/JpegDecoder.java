package org.sitewatch.ingest.tiff;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.io.IOException;
import javax.imageio.ImageReader;

/**
 * Blocks packed by JPEG, decoded by imageio-ext: its values are those of GDAL, colours turned to
 * red, green and blue. The only kind of file it reads rightly and we do not read ourselves, so that
 * its classes are loaded for such files only.
 */
final class JpegDecoder implements AutoCloseable {
  private final ImageReader reader;
  private final int image;

  /**
   * @param image which of the images in the file, from 0
   */
  JpegDecoder(ByteSource source, int image) throws IOException {
    this.image = image;
    reader = new TIFFImageReaderSpi().createReaderInstance(null);
    reader.setInput(new SourceImageStream(source));
  }

  /**
   * Decodes a block into {@code out}, in rows as long as the layout's blocks.
   *
   * @param part the pixels of the block that lie in the image
   * @throws IOException also where the library stumbles over bad data with another exception
   */
  void decode(PixelWindow part, BlockLayout layout, byte[] out) throws IOException {
    int bands = layout.bands();
    try {
      var parameters = reader.getDefaultReadParam();
      parameters.setSourceRegion(
          new Rectangle(part.column(), part.row(), part.width(), part.height()));
      var raster = reader.read(image, parameters).getRaster();
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
    reader.dispose();
  }
}
