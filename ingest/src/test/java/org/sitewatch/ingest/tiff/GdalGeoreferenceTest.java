package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files lie, compared to where GDAL puts them. */
class GdalGeoreferenceTest {

  @Test
  void filesLieWhereGdalPutsThem(@TempDir Path folder) throws Exception {
    var lines = Gdal.run("gdal_georeference.py", folder.toString());
    assertEquals(18, lines.size());
    for (var line : lines) {
      String[] fields = line.split(" ");
      try (var reader = TiffReader.open(folder.resolve(fields[0]))) {
        check(reader.header(), fields);
      }
    }
  }

  private static void check(TiffHeader header, String[] fields) {
    var place = header.georeference();
    assertEquals(Integer.parseInt(fields[1]), place.epsg().orElse(0), fields[0]);
    boolean complete = fields.length > 2 && !fields[1].equals("0");
    assertEquals(complete, place.grid(7, 5).isPresent(), fields[0]);
    assertEquals(complete, place.reason().isEmpty(), fields[0] + ": " + place.reason());
    if (fields.length == 2) {
      assertFalse(place.affine().isPresent(), fields[0]);
      return;
    }
    var affine = place.affine().orElseThrow();
    double[] wanted = Arrays.stream(fields).skip(2).mapToDouble(Double::parseDouble).toArray();
    double[] got = {
      affine.originX(),
      affine.columnX(),
      affine.rowX(),
      affine.originY(),
      affine.columnY(),
      affine.rowY()
    };
    for (int i = 0; i < 6; i++) {
      assertTrue(Math.abs(wanted[i] - got[i]) < 1e-9, fields[0] + ": " + affine);
    }
  }
}
