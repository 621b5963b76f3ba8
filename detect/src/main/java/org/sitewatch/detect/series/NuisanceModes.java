package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.sitewatch.detect.change.Sample;

/**
 * The patterns over bands and pixels in which a site's residuals move together through its history:
 * drying ground, greenness, the shading of slopes. They are the leading principal components of the
 * looks, gaps filled by the components themselves in rounds (Beckers &amp; Rixen 2003, DINEOF), and
 * are taken out of every look. See docs/detectors/nuisance-modes.md.
 */
public final class NuisanceModes {
  private static final int ROUNDS = 3;

  /** A look clear in no more than this share of the seen pixels is not learnt from. */
  private static final double LEAST_CLEAR_SHARE = 0.5;

  /** Pixels that decide the components; the modes themselves are made for every pixel. */
  private static final int GRAM_PIXELS = 10_000;

  private final float[][][] planes;

  private NuisanceModes(float[][][] planes) {
    this.planes = planes;
  }

  /**
   * Learns the modes.
   *
   * @param z [look][band][pixel], residuals in standard deviations; not changed
   * @param valid [look][pixel]; what is not valid is not read
   * @param looks those of the history to learn from
   * @param modes the most to keep; fewer if there are fewer clear looks, none without a clear look
   */
  public static NuisanceModes fit(float[][][] z, boolean[][] valid, int[] looks, int modes) {
    int[] clear = clearLooks(valid, looks);
    if (clear.length == 0 || modes < 1) {
      return new NuisanceModes(new float[0][][]);
    }
    int bands = z[clear[0]].length;
    int most = Math.min(modes, clear.length);
    int[] sample = Sample.of(everSeen(valid, clear), GRAM_PIXELS);
    var rounds = new double[ROUNDS][][];
    for (int round = 0; round < ROUNDS; round++) {
      rounds[round] = components(z, valid, clear, bands, sample, rounds, round, most);
    }
    return new NuisanceModes(modes(z, valid, clear, bands, rounds, most));
  }

  /** Modes kept earlier, [mode][band][pixel], each of length 1 over bands and pixels. */
  public static NuisanceModes ofPlanes(float[][][] planes) {
    return new NuisanceModes(planes);
  }

  /** Of a part of the window. */
  NuisanceModes cut(SeenPart part) {
    return new NuisanceModes(part.cut(planes));
  }

  /** Of the whole window: nothing moves where nothing is seen. */
  NuisanceModes whole(SeenPart part) {
    return new NuisanceModes(part.whole(planes, 0));
  }

  /** [mode][band][pixel], the strongest first; not a copy. */
  public float[][][] planes() {
    return planes;
  }

  /**
   * Takes the modes out of a look in place. Their strengths come from a robust fit to some thousand
   * valid pixels, and hold for all; a look with fewer than 400 valid pixels is left as it is.
   */
  public void remove(float[][] z, boolean[] valid) {
    double[] strengths = ModeStrengths.of(planes, z, valid);
    for (int mode = 0; mode < strengths.length; mode++) {
      for (int band = 0; band < z.length; band++) {
        subtract((float) strengths[mode], planes[mode][band], z[band]);
      }
    }
  }

  private static void subtract(float strength, float[] mode, float[] plane) {
    for (int pixel = 0; pixel < plane.length; pixel++) {
      plane[pixel] -= strength * mode[pixel];
    }
  }

  private static int[] clearLooks(boolean[][] valid, int[] looks) {
    if (looks.length == 0) {
      return looks;
    }
    double least = LEAST_CLEAR_SHARE * ValidPixels.everSeen(valid, looks);
    return Arrays.stream(looks).filter(look -> ValidPixels.count(valid[look]) > least).toArray();
  }

  private static boolean[] everSeen(boolean[][] valid, int[] looks) {
    var seen = new boolean[valid[looks[0]].length];
    for (int look : looks) {
      for (int pixel = 0; pixel < seen.length; pixel++) {
        seen[pixel] |= valid[look][pixel];
      }
    }
    return seen;
  }

  private static double[][] components(
      float[][][] z,
      boolean[][] valid,
      int[] looks,
      int bands,
      int[] pixels,
      double[][][] rounds,
      int done,
      int most) {
    var block = new FilledBlock(looks.length, most);
    var gram = new LookGram(looks.length);
    var series = new double[LookGram.AT_ONCE][looks.length];
    for (int band = 0; band < bands; band++) {
      for (int start = 0; start < pixels.length; start += FilledBlock.PIXELS) {
        int count = Math.min(FilledBlock.PIXELS, pixels.length - start);
        block.load(z, valid, looks, band, pixels, start, count);
        for (int round = 0; round < done; round++) {
          block.fill(rounds[round]);
        }
        for (int i = 0; i < count; i += series.length) {
          for (int k = 0; k < series.length; k++) {
            if (i + k < count) {
              block.copySeries(i + k, series[k]);
            } else {
              Arrays.fill(series[k], 0);
            }
          }
          gram.add(series);
        }
      }
    }
    return gram.leading(most);
  }

  private static float[][][] modes(
      float[][][] z, boolean[][] valid, int[] looks, int bands, double[][][] rounds, int most) {
    int pixels = valid[looks[0]].length;
    double[][] last = rounds[ROUNDS - 1];
    var planes = new float[last[0].length][bands][pixels];
    var lengths = new double[planes.length];
    var block = new FilledBlock(looks.length, most);
    int[] all = IntStream.range(0, pixels).toArray();
    for (int band = 0; band < bands; band++) {
      for (int start = 0; start < pixels; start += FilledBlock.PIXELS) {
        int count = Math.min(FilledBlock.PIXELS, pixels - start);
        block.load(z, valid, looks, band, all, start, count);
        for (int round = 0; round < ROUNDS - 1; round++) {
          block.fill(rounds[round]);
        }
        double[][] projected = block.project(last);
        for (int mode = 0; mode < planes.length; mode++) {
          for (int i = 0; i < count; i++) {
            lengths[mode] += projected[mode][i] * projected[mode][i];
            planes[mode][band][start + i] = (float) projected[mode][i];
          }
        }
      }
    }
    for (int mode = 0; mode < planes.length; mode++) {
      float scale = (float) (1 / Math.sqrt(lengths[mode]));
      for (float[] plane : planes[mode]) {
        for (int pixel = 0; pixel < pixels; pixel++) {
          plane[pixel] *= scale;
        }
      }
    }
    return planes;
  }
}
