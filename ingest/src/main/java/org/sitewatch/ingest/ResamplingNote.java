package org.sitewatch.ingest;

import java.util.Locale;
import org.sitewatch.sites.Affine;
import org.sitewatch.sites.PixelGrid;

/** Says how a part that lies on another lattice came onto the site's grid. */
final class ResamplingNote {
  /** Offsets are told in hundredths of a pixel. */
  private static final double TOLD_PX = 0.005;

  private ResamplingNote() {}

  /**
   * @param part name of the part, which tells its pixel size
   */
  static String of(String sceneId, String part, PixelGrid site, PixelGrid image) {
    String how = PixelSteps.of(site, image).isFiner() ? " averaged" : " resampled bilinearly";
    return sceneId + ": " + part + how + " from EPSG:" + image.epsg() + place(site, image);
  }

  /** Empty if the CRS or the pixel size says all. */
  private static String place(PixelGrid site, PixelGrid image) {
    if (site.epsg() != image.epsg()) {
      return "";
    }
    Affine affine = image.affine();
    if (affine.rowX() != 0 || affine.columnY() != 0) {
      double angle = Math.toDegrees(StrictMath.atan2(affine.columnY(), affine.columnX()));
      return String.format(Locale.ROOT, ", turned by %.2f degrees", angle);
    }
    double columns = off(image.affine().column(site.affine().originX(), 0));
    double rows = off(image.affine().row(0, site.affine().originY()));
    return Math.abs(columns) < TOLD_PX && Math.abs(rows) < TOLD_PX
        ? ""
        : String.format(
            Locale.ROOT, ", %.2f columns and %.2f rows off the site's lattice", columns, rows);
  }

  /** From the nearest pixel corner to the site's, in pixels of the image: within half a pixel. */
  private static double off(double place) {
    return place - Math.rint(place) + 0.0;
  }
}
