package org.sitewatch.detect;

import java.util.List;
import org.sitewatch.detect.segment.PixelSet;

/** Which values of which looks must not be learnt from. */
final class FrozenPixels {
  private FrozenPixels() {}

  /** [look][pixel] of all looks of a stack; null for a look without any. */
  static boolean[][] of(ClearLooks looks, List<FrozenPatch> patches) {
    var masks = new boolean[looks.stack().looks().size()][];
    for (int look = 0; look < masks.length; look++) {
      var date = looks.look(look).date();
      for (FrozenPatch patch : patches) {
        if (patch.covers(date)) {
          masks[look] = marked(masks[look], patch.pixels());
        }
      }
    }
    return masks;
  }

  private static boolean[] marked(boolean[] mask, PixelSet pixels) {
    var marked = mask == null ? new boolean[pixels.width() * pixels.height()] : mask;
    pixels.stream().forEach(pixel -> marked[pixel] = true);
    return marked;
  }
}
