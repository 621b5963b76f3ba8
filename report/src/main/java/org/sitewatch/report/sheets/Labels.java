package org.sitewatch.report.sheets;

import java.util.ArrayList;
import java.util.List;

/** Finds room for the numbers on a small map: beside what they name, and not on each other. */
final class Labels {
  private static final int LETTER = 34;
  private static final int HEIGHT = 56;
  private static final int GAP = 8;
  private static final int[][] SIDES = {
    {1, -1}, {1, 1}, {-1, -1}, {-1, 1}, {0, -1}, {0, 1}, {1, 0}, {-1, 0}
  };

  private Labels() {}

  /** What is to be named: its middle and half its size. */
  record Spot(String text, int x, int y, int halfWidth, int halfHeight) {}

  /** A text whose middle is at x and whose foot is at y. */
  record Label(String text, int x, int y) {
    private boolean meets(Label other) {
      return Math.abs(x - other.x) < (width() + other.width()) / 2
          && Math.abs(y - other.y) < HEIGHT;
    }

    private int width() {
      return LETTER * text.length() + GAP;
    }

    private boolean fits(int side) {
      return x - width() / 2 >= 0 && x + width() / 2 <= side && y - HEIGHT >= 0 && y <= side;
    }
  }

  /** In the order they come; where there is no free side the first is taken. */
  static List<Label> place(List<Spot> spots, int side) {
    var placed = new ArrayList<Label>();
    for (Spot spot : spots) {
      List<Label> choices = new ArrayList<>();
      for (int[] to : SIDES) {
        choices.add(beside(spot, to[0], to[1]));
      }
      placed.add(
          choices.stream()
              .filter(label -> label.fits(side) && placed.stream().noneMatch(label::meets))
              .findFirst()
              .orElse(choices.get(0)));
    }
    return placed;
  }

  private static Label beside(Spot spot, int right, int down) {
    int width = LETTER * spot.text().length();
    int x = spot.x() + right * (spot.halfWidth() + GAP + width / 2);
    int y = spot.y() + down * (spot.halfHeight() + GAP + HEIGHT / 2) + HEIGHT / 3;
    return new Label(spot.text(), x, y);
  }
}
