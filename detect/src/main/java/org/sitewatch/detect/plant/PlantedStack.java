package org.sitewatch.detect.plant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;

/**
 * Changes the looks of a stack as if disturbances had happened. A pixel covered to a share f shows
 * {@code (1 - f) ground + f material}; every pixel and every look that none of them touches keeps
 * its bits. Noise, haze, cloud and displacement are those of the real looks.
 */
public final class PlantedStack {
  /** Of the point spread of optics and detector beyond the pixel's own square, in native pixels. */
  private static final double SIGMA_NATIVE_PX = 0.5;

  private final TileStack stack;
  private final GroundSampling sampling;
  private final float[][][] values;

  private PlantedStack(TileStack stack, GroundSampling sampling) {
    this.stack = stack;
    this.sampling = sampling;
    values = new float[stack.looks().size()][stack.bands().size()][];
    for (int look = 0; look < values.length; look++) {
      for (int band = 0; band < values[look].length; band++) {
        values[look][band] = stack.values(look, band);
      }
    }
  }

  /** A copy; the given stack stays as it is. Its values must be reflectances. */
  public static TileStack of(TileStack stack, GroundSampling sampling, List<Planting> plantings) {
    if (!stack.isCalibrated()) {
      throw new IllegalArgumentException("nothing can be planted into uncalibrated values");
    }
    var planted = new PlantedStack(stack, sampling);
    List<ShapePoints> points = plantings.stream().map(Planting::points).toList();
    int first = plantings.stream().mapToInt(Planting::firstLook).min().orElse(Integer.MAX_VALUE);
    for (int look = first; look < stack.looks().size(); look++) {
      planted.plant(look, plantings, points);
    }
    return planted.stack();
  }

  private void plant(int look, List<Planting> plantings, List<ShapePoints> points) {
    var soil = new BareSoil(stack, look);
    for (int band = 0; band < values[look].length; band++) {
      values[look][band] = values[look][band].clone();
    }
    for (int i = 0; i < plantings.size(); i++) {
      if (plantings.get(i).firstLook() <= look) {
        for (ShapePoints.Points layer : points.get(i).layers()) {
          plant(look, plantings.get(i), layer, soil);
        }
      }
    }
  }

  private void plant(int look, Planting planting, ShapePoints.Points layer, BareSoil soil) {
    byte[] states = stack.states(look);
    for (double sigma_px : sigmas()) {
      CoverMap.of(planting, layer, sampling.pixel_m(), sampling.shift(look), sigma_px)
          .forEach(
              stack.grid().width(),
              stack.grid().height(),
              (pixel, share) -> {
                if (states[pixel] == PixelState.CLEAR.code()) {
                  double cover = planting.cell().strength() * share;
                  mix(look, pixel, cover, layer.material(), soil, sigma_px);
                }
              });
    }
  }

  private void mix(
      int look, int pixel, double cover, PlantMaterial material, BareSoil soil, double sigma_px) {
    for (int band = 0; band < values[look].length; band++) {
      if (sigma(band) == sigma_px) {
        double ground = stack.values(look, band)[pixel];
        double there = material.reflectance(soil.reflectance(band, pixel));
        values[look][band][pixel] += (float) (cover * (there - ground));
      }
    }
  }

  private double[] sigmas() {
    return IntStream.range(0, stack.bands().size())
        .mapToDouble(this::sigma)
        .distinct()
        .sorted()
        .toArray();
  }

  /**
   * In pixels of the grid. A band of coarser pixels is interpolated onto it: the square of its
   * pixels and the triangle of the interpolation blur it further, by a twelfth and a sixth of their
   * squared width.
   */
  private double sigma(int band) {
    double coarse = sampling.nativePixels().get(band);
    double optics = SIGMA_NATIVE_PX * coarse;
    double squares = coarse > 1 ? (coarse * coarse - 1) / 12 + coarse * coarse / 6 : 0;
    return StrictMath.sqrt(optics * optics + squares);
  }

  private TileStack stack() {
    List<Look> looks = stack.looks();
    var states = new ArrayList<byte[]>();
    for (int look = 0; look < looks.size(); look++) {
      states.add(stack.states(look));
    }
    return new TileStack(
        stack.grid(), stack.bands(), true, looks, values, states.toArray(byte[][]::new));
  }
}
