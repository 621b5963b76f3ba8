package org.sitewatch.report.chips;

/** What makes a picture a map: date, scale bar and north arrow, in its corners. No words. */
final class MapMarks {
  private static final int GROUND = 0x141414;
  private static final int MARGIN = 4;
  private static final int DOT = 2;
  private static final int PADDING = 5;
  private static final int LETTER = Lettering.HEIGHT * DOT;
  private static final int BAR = 4;
  private static final int ARROW = 26;

  /** Share of the picture's width that a scale bar takes at most. */
  private static final double LONGEST_BAR = 0.3;

  private final ChipWindow window;
  private final double ground_m_per_px;

  MapMarks(ChipWindow window) {
    this.window = window;
    ground_m_per_px = window.frame().ground_m_per_px();
  }

  void draw(Canvas canvas, String date) {
    int width = Lettering.width(date, DOT) + 2 * PADDING;
    canvas.fill(MARGIN, MARGIN, width, LETTER + 2 * PADDING, GROUND);
    Lettering.draw(canvas, date, MARGIN + PADDING, MARGIN + PADDING, DOT, Canvas.WHITE);
    drawScale(canvas);
    drawNorth(canvas);
  }

  private void drawScale(Canvas canvas) {
    double length_m = ScaleLength.atMost_m(LONGEST_BAR * canvas.width() * ground_m_per_px);
    int bar = (int) Math.round(length_m / ground_m_per_px);
    String text = ScaleLength.text(length_m);
    int width = Math.max(bar, Lettering.width(text, DOT)) + 2 * PADDING;
    int height = LETTER + BAR + 3 * PADDING;
    int top = canvas.height() - MARGIN - height;
    canvas.fill(MARGIN, top, width, height, GROUND);
    Lettering.draw(canvas, text, MARGIN + PADDING, top + PADDING, DOT, Canvas.WHITE);
    canvas.fill(MARGIN + PADDING, top + 2 * PADDING + LETTER, bar, BAR, Canvas.WHITE);
  }

  private void drawNorth(Canvas canvas) {
    double[] north = window.north();
    int side = ARROW + 2 * PADDING;
    int left = canvas.width() - MARGIN - side;
    canvas.fill(left, MARGIN, side, side + LETTER + PADDING, GROUND);
    int letterLeft = left + (side - Lettering.width("N", DOT)) / 2;
    Lettering.draw(canvas, "N", letterLeft, MARGIN + PADDING, DOT, Canvas.WHITE);
    double middleX = left + side / 2.0;
    double middleY = MARGIN + 2 * PADDING + LETTER + ARROW / 2.0;
    double length = ARROW / 2.0;
    double half = ARROW / 4.0;
    double[] x = {
      middleX + north[0] * length,
      middleX - north[0] * length + north[1] * half,
      middleX - north[0] * length - north[1] * half
    };
    double[] y = {
      middleY + north[1] * length,
      middleY - north[1] * length - north[0] * half,
      middleY - north[1] * length + north[0] * half
    };
    canvas.fillTriangle(x, y, Canvas.WHITE);
  }
}
