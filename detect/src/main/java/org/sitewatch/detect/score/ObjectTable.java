package org.sitewatch.detect.score;

import java.time.LocalDate;
import java.util.Locale;
import org.sitewatch.sites.LandCover;
import org.sitewatch.sites.PixelGrid;

/**
 * Objects as the text of a CSV table for {@code scripts/train}: a line on the grid and the land,
 * names, then a line per object; pixels as runs, {@code first+count} separated by blanks.
 */
public final class ObjectTable implements ObjectLog {
  private final StringBuilder text = new StringBuilder();
  private final PixelGrid grid;
  private LandCover cover = LandCover.UNKNOWN;

  public ObjectTable(PixelGrid grid) {
    this.grid = grid;
    text.append("phase,date,seed,pixels,").append(String.join(",", ObjectFeatures.NAMES));
    text.append('\n');
  }

  @Override
  public boolean isOn() {
    return true;
  }

  @Override
  public void landCover(LandCover now) {
    cover = now;
  }

  @Override
  public void add(Phase phase, double day, double seed, MeasuredObject object) {
    text.append(phase.name().toLowerCase(Locale.ROOT)).append(',');
    text.append(LocalDate.ofEpochDay((long) day)).append(',').append(seed).append(',');
    appendRuns(object.pixels().stream().toArray());
    for (double feature : object.features()) {
      text.append(',').append((float) feature);
    }
    text.append('\n');
  }

  /** The whole table. */
  public String text() {
    return String.format(
            Locale.ROOT,
            "# epsg=%d origin_x=%s origin_y=%s pixel_size=%s width=%d height=%d land_cover=%s\n",
            grid.epsg(),
            grid.affine().x(0, 0),
            grid.affine().y(0, 0),
            grid.pixelSize(),
            grid.width(),
            grid.height(),
            cover.label())
        + text;
  }

  private void appendRuns(int[] pixels) {
    int first = 0;
    for (int i = 1; i <= pixels.length; i++) {
      if (i == pixels.length || pixels[i] != pixels[i - 1] + 1) {
        text.append(first == 0 ? "" : " ").append(pixels[first]).append('+').append(i - first);
        first = i;
      }
    }
  }
}
