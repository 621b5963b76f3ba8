package org.sitewatch.detect.change;

/** An even, repeatable sample of the seen pixels. */
public final class Sample {
  private Sample() {}

  /** Every k-th seen pixel in raster order, k the smallest that gives at most {@code most}. */
  public static int[] of(boolean[] seen, int most) {
    int total = 0;
    for (boolean pixel : seen) {
      total += pixel ? 1 : 0;
    }
    int step = Math.max(1, (total + most - 1) / most);
    var sample = new int[(total + step - 1) / step];
    int index = 0;
    for (int pixel = 0; pixel < seen.length; pixel++) {
      if (seen[pixel] && index++ % step == 0) {
        sample[(index - 1) / step] = pixel;
      }
    }
    return sample;
  }
}
