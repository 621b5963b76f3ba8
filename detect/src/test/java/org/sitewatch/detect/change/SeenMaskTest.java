package org.sitewatch.detect.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeenMaskTest {

  @Test
  void onePixelAnywhereIsNoticedInStretchesOfAnyLength() {
    int block = FloatBlock.SIZE;
    for (int count : new int[] {0, 1, block - 1, block, block + 1, 2 * block + 3}) {
      var seen = new boolean[count + 7];
      Arrays.fill(seen, 3, 3 + count, true);
      for (int odd : new int[] {-1, 0, count / 2, count - 1}) {
        boolean isOdd = odd >= 0 && odd < count;
        if (isOdd) {
          seen[3 + odd] = false;
        }
        assertEquals(!isOdd, SeenMask.isWhole(seen, 3, count), count + " with " + odd);
        assertEquals(count - (isOdd ? 1 : 0) == 0, SeenMask.isEmpty(seen, 3, count));
        if (isOdd) {
          seen[3 + odd] = true;
        }
      }
    }
  }
}
