package org.sitewatch.cli.demo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * Field parcels: long strips laid like bricks, with grass between, on the plain east of the river.
 */
final class Parcels {
  private static final double TURN_RAD = 0.34;
  private static final double LENGTH_PX = 42;
  private static final double WIDTH_PX = 17;

  /** Share of a strip's width that is left as a grass bank. */
  private static final double BANK = 0.08;

  private Parcels() {}

  /**
   * @param uncultivated ground without fields, UTM metres
   * @param edge noise that frays the border of the farmed land
   * @return parcel of each pixel, 0 = none
   */
  static short[] of(Frame frame, List<Geometry> uncultivated, float[] edge) {
    int size = frame.size();
    var parcels = new short[size * size];
    double cos = StrictMath.cos(TURN_RAD);
    double sin = StrictMath.sin(TURN_RAD);
    for (int row = 0; row < size; row++) {
      double south_m = (row + 0.5) * Frame.PIXEL_M;
      double bank_m = Landscape.riverEast_m(south_m) + 380;
      for (int column = 0; column < size; column++) {
        double east_m = (column + 0.5) * Frame.PIXEL_M;
        double sway_m = 350 * edge[row * size + column];
        boolean isFarmed =
            east_m > bank_m + Math.max(0, sway_m) && east_m < 9_950 && south_m + sway_m < 6900;
        if (isFarmed) {
          double across = (-column * sin + row * cos) / WIDTH_PX;
          double strip = Math.floor(across);
          double along = (column * cos + row * sin) / LENGTH_PX + 0.37 * strip;
          boolean isBank = across - strip < BANK || along - Math.floor(along) < BANK / 2;
          parcels[row * size + column] = isBank ? 0 : number(strip, Math.floor(along));
        }
      }
    }
    for (var area : uncultivated) {
      clear(parcels, Coverage.of(area, frame, 1), size);
    }
    return parcels;
  }

  private static short number(double strip, double place) {
    long key =
        CounterNoise.key(CounterNoise.key(DemoWorld.SEED, "parcel"), (long) (strip * 8192 + place));
    return (short) (1 + (int) (CounterNoise.uniform(key) * Crops.PARCELS));
  }

  private static void clear(short[] parcels, Coverage area, int size) {
    for (int y = 0; y < area.height(); y++) {
      for (int x = 0; x < area.width(); x++) {
        if (area.share(x, y) > 0) {
          parcels[(area.row() + y) * size + area.column() + x] = 0;
        }
      }
    }
  }
}
