package org.sitewatch.detect;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.sitewatch.detect.change.GaussianMean;
import org.sitewatch.detect.change.LinearMap;
import org.sitewatch.detect.change.MaskDilation;
import org.sitewatch.detect.change.Sample;
import org.sitewatch.detect.change.SnowMask;
import org.sitewatch.detect.change.Standardization;
import org.sitewatch.detect.radar.Decibels;
import org.sitewatch.detect.segment.PixelSet;
import org.sitewatch.ingest.FinitePixels;
import org.sitewatch.ingest.Look;
import org.sitewatch.ingest.PixelState;
import org.sitewatch.ingest.TileStack;

/**
 * The looks of a stack with their masks widened and, where asked for, every band standardised over
 * what is left. A look with too few clear pixels in the window is not usable: nothing could be said
 * about its scale.
 */
final class ClearLooks {
  /** Speckle of a ratio is far above the change sought; wider smoothing loses small places. */
  private static final double SPECKLE_SIGMA_PX = 1.5;

  private final TileStack stack;
  private final boolean[][] clear;
  private final boolean[] usable;
  private final int[][] samples;
  private final LinearMap[][] maps;
  private final float[][][] planes;
  private final boolean radar;
  private final int radius_px;
  private final LookShift[] shifts;
  private final boolean[] setAside;

  ClearLooks(TileStack stack, DetectConfig config) {
    this(stack, config, KnowledgeShelf.NONE);
  }

  /**
   * @param shelf knows how much of a look is clear without its pixels
   */
  ClearLooks(TileStack stack, DetectConfig config, KnowledgeShelf shelf) {
    this.stack = stack;
    int looks = stack.looks().size();
    int bands = stack.bands().size();
    radius_px = (int) Math.ceil(config.maskDilation_m() / stack.grid().pixelSize());
    radar = stack.bands().stream().allMatch(Decibels::isRadar);
    clear = new boolean[looks][];
    usable = new boolean[looks];
    samples = new int[looks][];
    maps = new LinearMap[looks][bands];
    planes = new float[looks][bands][];
    shifts = new LookShift[looks];
    setAside = new boolean[looks];
    Arrays.fill(shifts, LookShift.NONE);
    for (int look = 0; look < looks; look++) {
      usable[look] = clearPixels(look, shelf) >= config.minClearPixels();
    }
  }

  private ClearLooks(
      ClearLooks as,
      TileStack placed,
      SortedMap<Integer, boolean[]> movedClear,
      LookShift[] shifts,
      boolean[] setAside) {
    stack = placed;
    this.shifts = shifts;
    this.setAside = setAside;
    radius_px = as.radius_px;
    radar = as.radar;
    clear = as.clear.clone();
    usable = as.usable.clone();
    samples = as.samples.clone();
    maps = new LinearMap[usable.length][stack.bands().size()];
    planes = new float[usable.length][stack.bands().size()][];
    for (int look = 0; look < usable.length; look++) {
      usable[look] &= !setAside[look];
    }
    movedClear.forEach(
        (look, mask) -> {
          clear[look] = mask;
          samples[look] = null;
        });
  }

  /**
   * The same looks with the pixels of some moved to where they belong.
   *
   * @param movedClear what is clear of each look that was moved, after it was
   * @param shifts of each look, as it lay before
   * @param setAside looks that cannot be believed: they are not usable
   */
  ClearLooks placed(
      TileStack placed,
      SortedMap<Integer, boolean[]> movedClear,
      LookShift[] shifts,
      boolean[] setAside) {
    return new ClearLooks(this, placed, movedClear, shifts, setAside);
  }

  /** How far a look lay aside before it was placed; not measured for those that stayed. */
  LookShift shift(int look) {
    return shifts[look];
  }

  /** Whether a look lies further aside than it can be moved. */
  boolean isSetAside(int look) {
    return setAside[look];
  }

  private int clearPixels(int look, KnowledgeShelf shelf) {
    Optional<String> fingerprint = stack.fingerprint(look);
    OptionalInt known = fingerprint.map(shelf::findClearPixels).orElseGet(OptionalInt::empty);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    int count = 0;
    for (boolean pixel : clear(look)) {
      count += pixel ? 1 : 0;
    }
    int counted = count;
    fingerprint.ifPresent(print -> shelf.keepClearPixels(print, counted));
    return count;
  }

  private void standardise(int look, int band) {
    float[] values = radar ? smoothDecibels(look, band) : stack.values(look, band);
    if (samples[look] == null) {
      samples[look] = Sample.forMedian(clear(look));
    }
    var own = Standardization.of(values, samples[look]);
    maps[look][band] = radar ? new LinearMap(own.offset(), 1) : own;
    planes[look][band] = Standardization.apply(maps[look][band], values, clear(look));
  }

  private float[] smoothDecibels(int look, int band) {
    float[] values = stack.values(look, band);
    boolean isLogarithmic = Decibels.areDecibels(values, clear(look));
    float[] decibels =
        isLogarithmic
            ? Standardization.apply(new LinearMap(0, 1), values, clear(look))
            : Decibels.of(values, clear(look));
    return GaussianMean.of(decibels, stack.grid().width(), SPECKLE_SIGMA_PX);
  }

  private boolean[] widened(int look) {
    byte[] states = stack.states(look);
    byte clearCode = PixelState.CLEAR.code();
    boolean[] masked = masked(states);
    addSnow(look, masked);
    var widened = new boolean[states.length];
    MaskDilation.dilate(masked, stack.grid().width(), stack.grid().height(), radius_px, widened);
    var values = new float[stack.bands().size()][];
    Arrays.setAll(values, band -> stack.values(look, band));
    var seen = new boolean[states.length];
    FinitePixels.tell(
        values,
        states.length,
        (from, count, doubts) -> {
          for (int i = 0; i < count; i++) {
            int pixel = from + i;
            seen[pixel] = doubts[i] == 0 & !widened[pixel] & states[pixel] == clearCode;
          }
        });
    return seen;
  }

  /** What a mask hides. */
  private static boolean[] masked(byte[] states) {
    byte clearCode = PixelState.CLEAR.code();
    byte outside = PixelState.OUTSIDE.code();
    var masked = new boolean[states.length];
    if (!PixelState.areClear(states)) {
      for (int pixel = 0; pixel < states.length; pixel++) {
        masked[pixel] = states[pixel] != clearCode && states[pixel] != outside;
      }
    }
    return masked;
  }

  /** Pixels that show snow, whatever the scene's mask says of them. */
  boolean[] snow(int look) {
    var snow = new boolean[stack.grid().size()];
    addSnow(look, snow);
    return snow;
  }

  private void addSnow(int look, boolean[] masked) {
    int green = stack.bands().indexOf("green");
    int red = stack.bands().indexOf("red");
    int swir16 = stack.bands().indexOf("swir16");
    if (stack.isCalibrated() && green >= 0 && red >= 0 && swir16 >= 0) {
      SnowMask.addTo(
          masked, stack.values(look, green), stack.values(look, red), stack.values(look, swir16));
    }
  }

  /** Whether all bands are radar backscatter: planes are then decibels, smoothed and centred. */
  boolean isRadar() {
    return radar;
  }

  TileStack stack() {
    return stack;
  }

  Look look(int index) {
    return stack.looks().get(index);
  }

  boolean isUsable(int look) {
    return usable[look];
  }

  /** Clear after widening, in every band. */
  boolean[] clear(int look) {
    if (clear[look] == null) {
      clear[look] = widened(look);
    }
    return clear[look];
  }

  /** Standardised values of a usable look; NaN = not clear. */
  float[] plane(int look, int band) {
    if (planes[look][band] == null) {
      standardise(look, band);
    }
    return planes[look][band];
  }

  /** From stored values to those of {@link #plane}. */
  LinearMap map(int look, int band) {
    if (maps[look][band] == null) {
      standardise(look, band);
    }
    return maps[look][band];
  }

  /** Usable looks before one, in order of time. */
  int[] before(int look) {
    return IntStream.range(0, look).filter(this::isUsable).toArray();
  }

  /** Whether at least half of the pixels are clear. */
  boolean sees(int look, PixelSet pixels) {
    return usable[look] && 2 * pixels.count(pixel -> clear(look)[pixel]) >= pixels.size();
  }
}
