package org.sitewatch.detect.series;

/** An even, repeatable sample of the valid (look, pixel) places of a series. */
final class SeriesSample {
  private final int[] looks;
  private final int[] pixels;

  private SeriesSample(int[] looks, int[] pixels) {
    this.looks = looks;
    this.pixels = pixels;
  }

  /** Every k-th valid place, look by look in raster order, k the smallest giving at most most. */
  static SeriesSample of(boolean[][] valid, int[] looks, int most) {
    long total = ValidPixels.count(valid, looks);
    long step = Math.max(1, (total + most - 1) / most);
    int size = (int) ((total + step - 1) / step);
    var sampleLooks = new int[size];
    var samplePixels = new int[size];
    long index = 0;
    int next = 0;
    for (int look : looks) {
      boolean[] mask = valid[look];
      for (int pixel = 0; pixel < mask.length; pixel++) {
        if (mask[pixel] && index++ % step == 0) {
          sampleLooks[next] = look;
          samplePixels[next++] = pixel;
        }
      }
    }
    return new SeriesSample(sampleLooks, samplePixels);
  }

  int size() {
    return looks.length;
  }

  int look(int index) {
    return looks[index];
  }

  int pixel(int index) {
    return pixels[index];
  }
}
