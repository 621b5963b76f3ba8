package org.sitewatch.detect;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Projection;
import org.sitewatch.sites.Site;
import org.sitewatch.sites.Zone;

/**
 * A tile in memory: fixed ground of random texture, seen with gain, offset and noise of each look,
 * with pits dug and clouds drawn where a test wants them. 60 x 60 pixels of 10 m; the core is the
 * square of columns and rows 20 to 39.
 */
final class SyntheticTile {
  static final int SIDE = 60;
  static final PixelGrid GRID = PixelGrid.northUp(32632, 500_000, 5_000_000, 10, SIDE, SIDE);
  private static final List<String> BANDS = List.of("blue", "green", "red", "nir");

  private final float[][][] values;
  private final byte[][] states;
  private final List<Look> looks = new ArrayList<>();
  private boolean calibrated = true;

  /** Looks every {@code stepDays} from the first day on. */
  SyntheticTile(long seed, LocalDate first, int count, int stepDays) {
    var random = new Random(seed);
    var ground = new double[BANDS.size()][SIDE * SIDE];
    for (double[] band : ground) {
      Arrays.setAll(band, pixel -> 0.2 + 0.03 * random.nextGaussian());
    }
    values = new float[count][BANDS.size()][SIDE * SIDE];
    states = new byte[count][SIDE * SIDE];
    for (int look = 0; look < count; look++) {
      var day = first.plusDays((long) look * stepDays);
      looks.add(
          new Look(
              "look-" + day,
              day.atTime(10, 30).toInstant(ZoneOffset.UTC),
              "sentinel-2",
              List.of("scene-" + day),
              List.of()));
      Arrays.fill(states[look], PixelState.CLEAR.code());
      for (int band = 0; band < BANDS.size(); band++) {
        double gain = 0.9 + 0.2 * random.nextDouble();
        double offset = 0.02 * random.nextGaussian();
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
          values[look][band][pixel] =
              (float) (gain * ground[band][pixel] + offset + 0.003 * random.nextGaussian());
        }
      }
    }
  }

  static Site site() {
    return site(20, 20, 40, 40);
  }

  /** A site whose core is a square of pixels. */
  static Site site(int column, int row, int endColumn, int endRow) {
    var crs =
        new GeometryFactory()
            .toGeometry(
                new Envelope(
                    500_000 + 10.0 * column,
                    500_000 + 10.0 * endColumn,
                    5_000_000 - 10.0 * endRow,
                    5_000_000 - 10.0 * row));
    MultiPolygon core = GroundOutline.toLonLat(crs, Projection.ofEpsg(GRID.epsg()));
    return new Site("petra", "Petra", Map.of(Zone.CORE, core), 3, "", new TreeMap<>());
  }

  /** Bright bare soil on a square, in the looks from one to before another. */
  SyntheticTile pit(int column, int row, int size, int fromLook, int endLook) {
    return pit(column, row, size, fromLook, endLook, 1);
  }

  /** The same at a share of its strength, as a blurred rim has it. */
  SyntheticTile pit(int column, int row, int size, int fromLook, int endLook, double share) {
    for (int look = fromLook; look < endLook; look++) {
      for (int pixel : pixels(column, row, size)) {
        for (int band = 0; band < BANDS.size(); band++) {
          values[look][band][pixel] += (float) (share * (0.1 + 0.02 * band));
        }
      }
    }
    return this;
  }

  SyntheticTile state(int look, int column, int row, int size, PixelState state) {
    for (int pixel : pixels(column, row, size)) {
      states[look][pixel] = state.code();
      for (float[] band : values[look]) {
        band[pixel] = Float.NaN;
      }
    }
    return this;
  }

  SyntheticTile cloudEverywhere(int look) {
    return state(look, 0, 0, SIDE, PixelState.CLOUD);
  }

  SyntheticTile uncalibrated() {
    calibrated = false;
    return this;
  }

  /** Every value of a look in other units. */
  SyntheticTile rescaled(int look, float gain, float offset) {
    for (float[] band : values[look]) {
      for (int pixel = 0; pixel < band.length; pixel++) {
        band[pixel] = band[pixel] * gain + offset;
      }
    }
    return this;
  }

  TileStack stack() {
    return new TileStack(GRID, BANDS, calibrated, looks, values, states);
  }

  /** As long as one look has not come. */
  TileStack stackWithout(int late) {
    int[] rest = IntStream.range(0, values.length).filter(look -> look != late).toArray();
    return new TileStack(
        GRID,
        BANDS,
        calibrated,
        Arrays.stream(rest).mapToObj(looks::get).toList(),
        Arrays.stream(rest).mapToObj(look -> values[look]).toArray(float[][][]::new),
        Arrays.stream(rest).mapToObj(look -> states[look]).toArray(byte[][]::new));
  }

  private static int[] pixels(int column, int row, int size) {
    var pixels = new int[size * size];
    Arrays.setAll(pixels, i -> (row + i / size) * SIDE + column + i % size);
    return pixels;
  }
}
