package org.sitewatch.report.marks;

import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.report.ledger.CoverageState;

/** How a site is drawn by what was seen of it: the less was seen, the more it is hatched. */
public enum CoverageMark {
  SEEN(CoverageState.SEEN, 0x009E73, "no", "solid", MarkShape.CIRCLE),
  NO_HISTORY(CoverageState.NO_HISTORY, 0x0072B2, "f_diagonal", "dash", MarkShape.DIAMOND),
  NOT_SEEN(CoverageState.NOT_SEEN, 0x777777, "b_diagonal", "dash", MarkShape.SQUARE),
  NO_SCENE(CoverageState.NO_SCENE, 0x333333, "horizontal", "dot", MarkShape.SQUARE),
  FAILED(CoverageState.FAILED, 0xD55E00, "diagonal_x", "solid", MarkShape.CROSS);

  private final CoverageState state;
  private final int rgb;
  private final String hatch;
  private final String stroke;
  private final MarkShape shape;

  CoverageMark(CoverageState state, int rgb, String hatch, String stroke, MarkShape shape) {
    this.state = state;
    this.rgb = rgb;
    this.hatch = hatch;
    this.stroke = stroke;
    this.shape = shape;
  }

  /** By the word of the report; empty for a word of another version. */
  public static Optional<CoverageMark> find(String label) {
    return Arrays.stream(values()).filter(mark -> mark.label().equals(label)).findFirst();
  }

  /** The word in files. */
  public String label() {
    return state.label();
  }

  /** 0xRRGGBB. */
  public int rgb() {
    return rgb;
  }

  /** QGIS's name of its hatching. */
  public String hatch() {
    return hatch;
  }

  /** QGIS's name of the stroke of its outline. */
  public String stroke() {
    return stroke;
  }

  public MarkShape shape() {
    return shape;
  }
}
