package org.sitewatch.sites.registry;

import java.util.List;
import java.util.Locale;
import org.sitewatch.sites.GeodesicArea;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Tile;
import org.sitewatch.sites.UserException;
import org.sitewatch.sites.registry.RegistryFinding.Code;

/** G6 and G7: sites too small for the sensor, and so large that it costs. */
final class SiteSizeCheck {
  /** Nine pixels of 10 m. */
  private static final double DETECTION_FLOOR_M2 = 900;

  private static final double LARGE_M2 = 100e6;
  private static final double PIXEL_M = 10;

  /** A window with more pixels is not held in memory with its whole history. */
  private static final double MAX_PIXELS = 2048 * 2048;

  private static final double MAX_SIDE_PX = 2048;

  /** One core, of a million pixels and one look, read and judged (docs/performance.md). */
  private static final double SECONDS_A_MEGAPIXEL = 0.2;

  private static final int LOOKS_A_YEAR = 70;

  private SiteSizeCheck() {}

  static void check(Site site, List<Flaw> flaws) {
    double area_m2 = GeodesicArea.area_m2(site.area());
    if (area_m2 < DETECTION_FLOOR_M2) {
      flaws.add(
          warning(
              Code.G6,
              "its %.0f m² are below the detection floor of %.0f m² (9 pixels of 10 m);"
                  + " it is scanned all the same",
              area_m2,
              DETECTION_FLOOR_M2));
    }
    PixelGrid window;
    try {
      window = Tile.windowOf(site, Tile.utmEpsgOf(site), PIXEL_M, 0, 0);
    } catch (UserException tooLarge) {
      flaws.add(
          Flaw.warning(
              Code.G7, "it is larger than any image (%.0f km²)".formatted(area_m2 / 1e6) + SPLIT));
      return;
    }
    double pixels = (double) window.width() * window.height();
    if (pixels > MAX_PIXELS) {
      double tiles =
          Math.ceil(window.width() / MAX_SIDE_PX) * Math.ceil(window.height() / MAX_SIDE_PX);
      flaws.add(
          warning(
              Code.G7,
              "its window of %d x %d pixels is over the %.0f that are scanned in one piece, it"
                  + " would take %.0f tiles"
                  + SPLIT,
              window.width(),
              window.height(),
              MAX_PIXELS,
              tiles));
    } else if (area_m2 > LARGE_M2) {
      double look_s = pixels / 1e6 * SECONDS_A_MEGAPIXEL;
      flaws.add(
          warning(
              Code.G7,
              "its %.0f km² are large: 1 tile of %d x %d pixels, about %.1f s a look and %.0f s"
                  + " for a year of %d looks on one core; draw only what is to be watched, or wait",
              area_m2 / 1e6,
              window.width(),
              window.height(),
              look_s,
              look_s * LOOKS_A_YEAR,
              LOOKS_A_YEAR));
    }
  }

  private static final String SPLIT = "; split it into sites with ids of their own";

  private static Flaw warning(Code code, String format, Object... values) {
    return Flaw.warning(code, String.format(Locale.ROOT, format, values));
  }
}
