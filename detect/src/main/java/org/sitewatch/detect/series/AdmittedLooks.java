package org.sitewatch.detect.series;

import java.util.Arrays;
import java.util.List;

/**
 * For a block of pixels the newest looks that speak, at most 7, found by walking back from the last
 * look over looks not older than 120 days. Valid looks are admitted. Looks that only our own screen
 * flagged are admitted where three or more follow each other without a valid one between: what
 * stays for three looks is no cloud (the release rule). Counting, too, ends at 120 days.
 */
final class AdmittedLooks {
  static final int MOST = 7;
  private static final int RELEASE_RUN = 3;
  static final double OLDEST_DAYS = 120;

  private final int[] run;
  private final int[] count;
  private final int[][] admitted;
  private final int[][] pending;

  AdmittedLooks(int blockSize) {
    this.run = new int[blockSize];
    this.count = new int[blockSize];
    this.admitted = new int[MOST][blockSize];
    this.pending = new int[RELEASE_RUN - 1][blockSize];
  }

  /** Walks back for the pixels [start, start + size). */
  void find(List<LookVectors> looks, int start, int size) {
    double newest = looks.get(looks.size() - 1).day();
    int look = looks.size() - 1;
    int shared = 0;
    // While a look says the same of the whole block, one count does for all of it.
    while (look >= 0 && shared < MOST && newest - looks.get(look).day() <= OLDEST_DAYS) {
      byte[] state = looks.get(look).state();
      if (state[start] == PixelState.FLAGGED || !uniform(state, start, size)) {
        break;
      }
      if (state[start] == PixelState.VALID) {
        Arrays.fill(admitted[shared++], 0, size, look);
      }
      look--;
    }
    Arrays.fill(run, 0, size, 0);
    Arrays.fill(count, 0, size, shared);
    int full = shared == MOST ? size : 0;
    for (; look >= 0 && full < size && newest - looks.get(look).day() <= OLDEST_DAYS; look--) {
      full = visit(looks.get(look).state(), look, start, size);
    }
  }

  private static boolean uniform(byte[] state, int start, int size) {
    return Arrays.mismatch(state, start, start + size - 1, state, start + 1, start + size) < 0;
  }

  private int visit(byte[] state, int look, int start, int size) {
    int full = 0;
    for (int i = 0; i < size; i++) {
      byte pixel = state[start + i];
      if (pixel == PixelState.VALID) {
        run[i] = 0;
        admit(i, look);
      } else if (pixel == PixelState.FLAGGED) {
        flagged(i, look);
      }
      full += count[i] == MOST ? 1 : 0;
    }
    return full;
  }

  private void flagged(int i, int look) {
    run[i]++;
    if (run[i] < RELEASE_RUN) {
      pending[run[i] - 1][i] = look;
      return;
    }
    if (run[i] == RELEASE_RUN) {
      for (int[] held : pending) {
        admit(i, held[i]);
      }
    }
    admit(i, look);
  }

  private void admit(int i, int look) {
    if (count[i] < MOST) {
      admitted[count[i]++][i] = look;
    }
  }

  /** How many looks speak for a pixel of the block. */
  int count(int i) {
    return count[i];
  }

  /** The looks at a place, 0 the newest; meaningful where {@link #count} is larger than it. */
  int[] at(int place) {
    return admitted[place];
  }

  /** Whether the pixel speaks at the last look itself. */
  boolean judged(int i, int lastLook) {
    return count[i] > 0 && admitted[0][i] == lastLook;
  }
}
