package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitewatch.sites.PixelGrid;

/** Files of ours, read by imageio-ext: a second opinion where no GDAL is installed. */
class ImageLibraryOracleTest {

  @ParameterizedTest
  @CsvSource({
    "U8, DEFLATE, 1, 16",
    "U16, DEFLATE, 1, 32",
    "U16, ZSTD, 1, 0",
    "I16, NONE, 1, 16",
    "I32, ZSTD, 1, 16",
    "F32, DEFLATE, 1, 32",
    "F32, NONE, 1, 0",
    "U16, ZSTD, 3, 16",
    "U8, DEFLATE, 3, 0"
  })
  void writtenCodesAreRead(SampleType type, Compression packing, int bands, int tile)
      throws IOException {
    var samples = TestSamples.of(type, 75, 50, bands);
    var writer = TiffWriter.of(samples, PixelGrid.northUp(32636, 0, 0, 10, 75, 50));
    writer.compression(packing);
    var bytes = (tile == 0 ? writer : writer.tileSize(tile)).toBytes();
    var reader = new TIFFImageReaderSpi().createReaderInstance(null);
    reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
    var raster = reader.read(0).getRaster();
    for (int band = 0; band < bands; band++) {
      for (int row = 0; row < 50; row++) {
        for (int column = 0; column < 75; column++) {
          assertEquals(
              samples.value(band, column, row), raster.getSampleDouble(column, row, band), 0);
        }
      }
    }
    reader.dispose();
  }
}
