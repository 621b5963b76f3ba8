package org.sitewatch.ingest.tiff;

import java.util.Optional;
import java.util.OptionalInt;
import org.sitewatch.sites.Affine;

/**
 * Reads the georeference of a directory (OGC GeoTIFF 1.1), with GDAL's reading where the standard
 * leaves a choice: PixelIsPoint moves the origin by half a pixel, a pixel scale goes before a
 * transformation.
 */
final class GeoTags {
  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC_CRS = 2048;
  private static final int ANGULAR_UNITS = 2054;
  private static final int PROJECTED_CRS = 3072;
  private static final int LINEAR_UNITS = 3076;
  private static final int PIXEL_IS_POINT = 2;
  private static final int DEGREE = 9102;
  private static final int METRE = 9001;
  private static final int USER_DEFINED = 32767;
  private static final int MAX_KEYS = 1024;
  private static final int MAX_TIEPOINT_NUMBERS = 1 << 16;

  private final Ifd directory;
  private final long[] keys;
  private String affineReason = "";
  private String epsgReason = "";

  private GeoTags(Ifd directory) throws TiffException {
    this.directory = directory;
    keys =
        directory.has(TiffTag.GEO_KEY_DIRECTORY)
            ? directory.integers(TiffTag.GEO_KEY_DIRECTORY, MAX_KEYS * 4, MAX_KEYS * 4)
            : new long[0];
  }

  static GeoReference read(Ifd directory) throws TiffException {
    var tags = new GeoTags(directory);
    var affine = tags.affine();
    var epsg = tags.epsg();
    String both = tags.affineReason.isEmpty() || tags.epsgReason.isEmpty() ? "" : "; ";
    return new GeoReference(affine, epsg, tags.affineReason + both + tags.epsgReason);
  }

  private Optional<Affine> affine() throws TiffException {
    double[] scale = numbers(TiffTag.MODEL_PIXEL_SCALE, 16);
    double[] tie = numbers(TiffTag.MODEL_TIEPOINT, MAX_TIEPOINT_NUMBERS);
    double[] matrix = numbers(TiffTag.MODEL_TRANSFORMATION, 16);
    if (scale.length >= 2 && tie.length >= 6 && scale[0] != 0 && scale[1] != 0) {
      if (!(scale[0] > 0) || !(scale[1] > 0)) {
        return noAffine("pixel scale is negative: " + scale[0] + ", " + scale[1]);
      }
      double originX = tie[3] - tie[0] * scale[0];
      double originY = tie[4] + tie[1] * scale[1];
      return affine(originX, scale[0], 0, originY, 0, -scale[1]);
    }
    if (matrix.length == 16) {
      return affine(matrix[3], matrix[0], matrix[1], matrix[7], matrix[4], matrix[5]);
    }
    return noAffine(
        tie.length > 6 ? "placed by ground control points only" : "no pixel scale and tiepoint");
  }

  private Optional<Affine> affine(
      double originX, double columnX, double rowX, double originY, double columnY, double rowY) {
    double half = key(RASTER_TYPE) == PIXEL_IS_POINT ? 0.5 : 0;
    double cornerX = originX - half * columnX - half * rowX;
    double cornerY = originY - half * columnY - half * rowY;
    try {
      return Optional.of(new Affine(cornerX, columnX, rowX, cornerY, columnY, rowY));
    } catch (IllegalArgumentException e) {
      return noAffine("georeference is degenerate: " + e.getMessage());
    }
  }

  private Optional<Affine> noAffine(String reason) {
    affineReason = reason;
    return Optional.empty();
  }

  private OptionalInt epsg() {
    if (keys.length < 4) {
      return noEpsg("no CRS");
    }
    long projected = key(PROJECTED_CRS);
    long geographic = key(GEOGRAPHIC_CRS);
    boolean isProjected = key(MODEL_TYPE) == 1 || (key(MODEL_TYPE) == 0 && projected != 0);
    boolean isGeographic = key(MODEL_TYPE) == 2 || (key(MODEL_TYPE) == 0 && projected == 0);
    if (isProjected && key(LINEAR_UNITS) != 0 && key(LINEAR_UNITS) != METRE) {
      return noEpsg("linear unit " + key(LINEAR_UNITS) + " is not the metre");
    }
    if (isGeographic && key(ANGULAR_UNITS) != 0 && key(ANGULAR_UNITS) != DEGREE) {
      return noEpsg("angular unit " + key(ANGULAR_UNITS) + " is not the degree");
    }
    long code = isProjected ? projected : isGeographic ? geographic : 0;
    if (code == 0 || code >= USER_DEFINED) {
      return noEpsg(
          code == 0 ? "no EPSG code in the GeoKeys" : "CRS is user-defined, without an EPSG code");
    }
    return OptionalInt.of((int) code);
  }

  private OptionalInt noEpsg(String reason) {
    epsgReason = reason;
    return OptionalInt.empty();
  }

  /** A key whose value stands in the directory itself; 0 if it is absent. */
  private long key(int id) {
    for (int at = 4; at + 3 < keys.length; at += 4) {
      if (keys[at] == id && keys[at + 1] == 0) {
        return keys[at + 3];
      }
    }
    return 0;
  }

  private double[] numbers(int tag, int most) throws TiffException {
    return directory.has(tag) ? directory.doubles(tag, most) : new double[0];
  }
}
