package org.sitewatch.report.chips;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws looks of one window: the ground, the outline of the object and what a map needs. */
final class ChipDrawing {
  /** Where there is no data, so that it does not pass for dark ground. */
  private static final int HATCH_DARK = 0x606060;

  private static final int HATCH_LIGHT = 0xb0b0b0;
  private static final int HATCH_PX = 8;

  private final ChipWindow window;
  private final boolean[] object;
  private final boolean[] outlined;
  private final MapMarks marks;
  private final List<Shown> looks;
  private final boolean calibrated;
  private final Map<Integer, Stretch> ofBands = new TreeMap<>();

  /**
   * @param object its pixels in the window, before they are enlarged
   * @param looks to be seen alike
   * @param calibrated whether they are reflectances
   */
  ChipDrawing(ChipWindow window, boolean[] object, List<Shown> looks, boolean calibrated) {
    this.window = window;
    this.looks = looks;
    this.calibrated = calibrated;
    this.object = object;
    outlined = SmallGaps.closed(object, window.columns());
    marks = new MapMarks(window);
  }

  /** Of red, green and blue, over all looks together. */
  List<Stretch> stretches(Rendition rendition) {
    List<Stretch> own =
        rendition.bands().stream()
            .map(band -> ofBands.computeIfAbsent(band, this::stretch))
            .toList();
    double widest = own.stream().mapToDouble(Stretch::range).max().orElse(1);
    return rendition.isNatural() ? own.stream().map(one -> one.withRange(widest)).toList() : own;
  }

  private Stretch stretch(int band) {
    var everywhere = new boolean[object.length];
    Arrays.fill(everywhere, true);
    return Stretch.of(
        looks.stream().map(look -> look.clearValues(band, everywhere)).toList(),
        looks.stream().map(look -> look.clearValues(band, object)).toList(),
        calibrated);
  }

  /**
   * @param stretches of the bands of the rendition
   */
  byte[] png(Shown look, Rendition rendition, List<Stretch> stretches) {
    var canvas = new Canvas(window.width_px(), window.height_px());
    for (int pixel = 0; pixel < object.length; pixel++) {
      drawPixel(canvas, pixel, look, rendition, stretches);
    }
    drawAround(canvas, 2, Canvas.BLACK);
    drawAround(canvas, 1, Canvas.WHITE);
    for (int pixel = 0; pixel < object.length; pixel++) {
      if (outlined[pixel]) {
        drawPixel(canvas, pixel, look, rendition, stretches);
      }
    }
    marks.draw(canvas, look.date());
    return canvas.png();
  }

  private void drawPixel(
      Canvas canvas, int pixel, Shown look, Rendition rendition, List<Stretch> stretches) {
    int size = window.enlarged();
    int left = pixel % window.columns() * size;
    int top = pixel / window.columns() * size;
    int colour = 0;
    for (int i = 0; i < stretches.size(); i++) {
      float value = look.value(rendition.bands().get(i), pixel);
      if (!Float.isFinite(value)) {
        hatch(canvas, left, top);
        return;
      }
      colour = colour << 8 | stretches.get(i).level(value);
    }
    canvas.fill(left, top, size, size, colour);
  }

  private void hatch(Canvas canvas, int left, int top) {
    for (int y = top; y < top + window.enlarged(); y++) {
      for (int x = left; x < left + window.enlarged(); x++) {
        canvas.set(x, y, (x + y) % HATCH_PX < 2 ? HATCH_DARK : HATCH_LIGHT);
      }
    }
  }

  /**
   * With a dark and then a light line, a line around the object is seen on any ground. It lies
   * outside: what is drawn over by it is drawn again where it is the object.
   */
  private void drawAround(Canvas canvas, int reach_px, int colour) {
    int size = window.enlarged();
    for (int pixel = 0; pixel < object.length; pixel++) {
      if (outlined[pixel]) {
        int left = pixel % window.columns() * size - reach_px;
        int top = pixel / window.columns() * size - reach_px;
        canvas.fill(left, top, size + 2 * reach_px, size + 2 * reach_px, colour);
      }
    }
  }
}
