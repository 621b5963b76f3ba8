package org.sitewatch.detect.score;

import org.sitewatch.detect.segment.Hysteresis;
import org.sitewatch.detect.series.PixelState;

/** How restless a whole look is: a scene full of small changes says little by each of them. */
final class LookClutter {
  private static final double LOW = 3;
  private static final double GROW_SHARE = 0.7;
  private static final int FAR_PX = 20;

  private final int objects;
  private final int flagged;
  private final int judged;
  private final int[] distance_px;

  LookClutter(float[] evidence, byte[] state, int width, int height) {
    objects = Hysteresis.regions(evidence, width, height, LOW, GROW_SHARE * LOW, 2).size();
    int above = 0;
    int seen = 0;
    for (float value : evidence) {
      above += value >= GROW_SHARE * LOW ? 1 : 0;
      seen += Float.isNaN(value) ? 0 : 1;
    }
    flagged = above;
    judged = seen;
    distance_px = distances(state, width, height);
  }

  /** Objects with L of 3 or more. */
  int objects() {
    return objects;
  }

  /** Share of the judged pixels that stand out a little. */
  double flaggedShare() {
    return (double) flagged / Math.max(1, judged);
  }

  /** Pixels that stand out a little. */
  int flagged() {
    return flagged;
  }

  /** Columns or rows to the nearest pixel that is not seen, at most 20. */
  int distance_px(int pixel) {
    return distance_px[pixel];
  }

  /** Two sweeps give the exact chessboard distance. */
  private static int[] distances(byte[] state, int width, int height) {
    var distance = new int[state.length];
    for (int pixel = 0; pixel < state.length; pixel++) {
      distance[pixel] = state[pixel] == PixelState.UNSEEN ? 0 : FAR_PX;
    }
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        lower(distance, width, row, column, -1);
      }
    }
    for (int row = height - 1; row >= 0; row--) {
      for (int column = width - 1; column >= 0; column--) {
        lower(distance, width, row, column, 1);
      }
    }
    return distance;
  }

  private static void lower(int[] distance, int width, int row, int column, int side) {
    int pixel = row * width + column;
    int other = row + side;
    if (column + side >= 0 && column + side < width) {
      distance[pixel] = Math.min(distance[pixel], distance[pixel + side] + 1);
    }
    if (other >= 0 && other < distance.length / width) {
      for (int c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
        distance[pixel] = Math.min(distance[pixel], distance[other * width + c] + 1);
      }
    }
  }
}
