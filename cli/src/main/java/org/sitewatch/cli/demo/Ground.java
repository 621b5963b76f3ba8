package org.sitewatch.cli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ground reflects on a day, before air and sensor: soil, plants, moisture, relief, snow
 * and all that has happened on it so far.
 */
final class Ground {
  /** How fully the illuminated slope shows: larger for a lower sun. */
  private static final double RELIEF = 0.9;

  private final Landscape landscape;
  private final List<Trace> traces = new ArrayList<>();
  private final float[] green;
  private final float[] dry;
  private final float[] wet;
  private final float[] turned;
  private final float[] light;
  private final float[] snow;
  private final boolean isSnowy;

  /** A layer of an event as it stands on the day. */
  private record Trace(Material material, Coverage coverage, float strength) {}

  /**
   * @param prints the layers of every event, rasterised once
   */
  Ground(Landscape landscape, Acquisition pass, List<EventPrint> prints, float[] snow) {
    this.landscape = landscape;
    this.snow = snow;
    this.isSnowy = pass.snow() > 0;
    int pixels = landscape.cover.length;
    green = new float[pixels];
    dry = new float[pixels];
    wet = new float[pixels];
    turned = new float[pixels];
    light = new float[pixels];
    grow(pass.date());
    weather(pass);
    for (var print : prints) {
      double strength = print.event().strengthOn(pass.date());
      for (int i = 0; strength > 0 && i < print.coverages().size(); i++) {
        var layer = print.event().layers().get(i);
        traces.add(
            new Trace(
                layer.material(), print.coverages().get(i), (float) (strength * layer.opacity())));
      }
    }
  }

  private void grow(LocalDate date) {
    var seasons = new Seasons(date);
    var crops = new Crops(date);
    for (int i = 0; i < green.length; i++) {
      int parcel = landscape.parcel[i];
      float lag = landscape.lag_days[i];
      if (parcel > 0) {
        float vigour = 1 + 0.02f * lag;
        green[i] = Math.min(0.95f, crops.green(parcel) * vigour);
        dry[i] = Math.min(1 - green[i], crops.dry(parcel));
        turned[i] = crops.tilled(parcel);
      } else {
        float meadow = landscape.meadow[i];
        float share = seasons.steppe(lag) * (1 - meadow) + seasons.meadow(lag) * meadow;
        green[i] = Math.min(0.95f, landscape.cover[i] * share);
        dry[i] = landscape.cover[i] * seasons.dryGrass() * Math.max(0, 1 - share);
      }
    }
  }

  private void weather(Acquisition pass) {
    double day = pass.date().getDayOfYear();
    double noonHeight = 43 + 23.4 * StrictMath.cos(2 * StrictMath.PI * (day - 172) / 365.25);
    float relief = (float) (RELIEF / StrictMath.tan(StrictMath.toRadians(noonHeight - 5)));
    float moisture = (float) pass.moisture();
    for (int i = 0; i < wet.length; i++) {
      wet[i] = Math.min(1.1f, moisture * landscape.drying[i]);
      light[i] = Math.max(0.35f, Math.min(1.6f, 1 + relief * landscape.slope[i]));
    }
  }

  /** Fills a plane with the reflectance in one band. */
  void reflect(int band, float[] out) {
    var soil = landscape.soil[band];
    float soaking = Spectrum.SOAKING.at(band);
    float plants = Spectrum.GREEN_PLANTS.at(band);
    float straw = Spectrum.DRY_GRASS.at(band);
    float open = Spectrum.WATER.at(band);
    float roof = Spectrum.ROOF.at(band);
    for (int i = 0; i < out.length; i++) {
      float damp = soil[i] * (1 - soaking * wet[i]) * (1 - turned[i]);
      float ground =
          damp + green[i] * (plants - damp) + dry[i] * (straw * (1 - 0.3f * wet[i]) - damp);
      ground += landscape.roof[i] * (roof - ground);
      ground *= light[i];
      out[i] = ground + landscape.water[i] * (open - ground);
    }
    for (var trace : traces) {
      lay(trace, band, soaking, out);
    }
    if (isSnowy) {
      float white = Spectrum.SNOW.at(band);
      for (int i = 0; i < out.length; i++) {
        out[i] += snow[i] * (white * light[i] - out[i]);
      }
    }
  }

  private void lay(Trace trace, int band, float soaking, float[] out) {
    var coverage = trace.coverage();
    int size = (int) Math.round(Math.sqrt(out.length));
    for (int y = 0; y < coverage.height(); y++) {
      int at = (coverage.row() + y) * size + coverage.column();
      for (int x = 0; x < coverage.width(); x++, at++) {
        float share = coverage.share(x, y) * trace.strength();
        if (share > 0) {
          float fresh =
              trace
                  .material()
                  .reflectance(band, landscape.soil[band][at], soaking * wet[at], out[at]);
          out[at] += share * (fresh - out[at]);
        }
      }
    }
  }

  /** Share of each pixel that is green, for the scene classes. */
  float[] green() {
    return green;
  }
}
