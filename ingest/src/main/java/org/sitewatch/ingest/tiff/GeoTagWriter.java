package org.sitewatch.ingest.tiff;

import org.sitewatch.sites.PixelGrid;

/** Writes where an image lies: GeoKeys with an EPSG code, and the affine. */
final class GeoTagWriter {
  /** EPSG keeps these numbers for geographic CRSs of two dimensions. */
  private static final int FIRST_GEOGRAPHIC = 4001;

  private static final int LAST_GEOGRAPHIC = 4999;

  private GeoTagWriter() {}

  static void write(PixelGrid grid, DirectoryBuilder directory) {
    var affine = grid.affine();
    if (affine.isNorthUp()) {
      directory.doubles(TiffTag.MODEL_PIXEL_SCALE, affine.columnX(), -affine.rowY(), 0);
      directory.doubles(TiffTag.MODEL_TIEPOINT, 0, 0, 0, affine.originX(), affine.originY(), 0);
    } else {
      directory.doubles(
          TiffTag.MODEL_TRANSFORMATION,
          affine.columnX(),
          affine.rowX(),
          0,
          affine.originX(),
          affine.columnY(),
          affine.rowY(),
          0,
          affine.originY(),
          0,
          0,
          0,
          0,
          0,
          0,
          0,
          1);
    }
    int epsg = grid.epsg();
    if (epsg < 1 || epsg >= 32767) {
      throw new IllegalArgumentException("EPSG:" + epsg + " does not fit a GeoKey");
    }
    boolean geographic = epsg >= FIRST_GEOGRAPHIC && epsg <= LAST_GEOGRAPHIC;
    directory.shorts(
        TiffTag.GEO_KEY_DIRECTORY,
        1,
        1,
        0,
        4,
        1024,
        0,
        1,
        geographic ? 2 : 1,
        1025,
        0,
        1,
        1,
        geographic ? 2048 : 2054,
        0,
        1,
        geographic ? epsg : 9102,
        geographic ? 2054 : 3072,
        0,
        1,
        geographic ? 9102 : epsg);
  }
}
