package org.sitewatch.report.marks;

import java.util.Arrays;
import java.util.Optional;
import org.sitewatch.detect.Status;

/**
 * How a status is drawn. Colours are those of Okabe and Ito (Color Universal Design, 2008), which
 * the colour-blind tell apart; shape, stroke and the GPS symbol differ as well. In the order in
 * which they are listed: what asks for a visit first.
 */
public enum StatusMark {
  CONFIRMED(Status.CONFIRMED, MarkShape.TRIANGLE, 0xD55E00, "solid", "Danger Area"),
  PROVISIONAL(Status.PROVISIONAL, MarkShape.DIAMOND, 0xE69F00, "dash", "Flag, Red"),
  FIRST(Status.FIRST, MarkShape.CIRCLE, 0xF0E442, "dot", "Flag, Blue"),
  VERIFIED(Status.VERIFIED, MarkShape.STAR, 0xCC79A7, "solid", "Information"),
  FINISHED(Status.FINISHED, MarkShape.SQUARE, 0x56B4E9, "dash dot", "Flag, Green"),
  DISMISSED(Status.DISMISSED, MarkShape.CROSS, 0xBBBBBB, "dot", "Block, Blue");

  private final Status status;
  private final MarkShape shape;
  private final int rgb;
  private final String stroke;
  private final String gpsSymbol;

  StatusMark(Status status, MarkShape shape, int rgb, String stroke, String gpsSymbol) {
    this.status = status;
    this.shape = shape;
    this.rgb = rgb;
    this.stroke = stroke;
    this.gpsSymbol = gpsSymbol;
  }

  /** By the word of the report; empty for a word of another version. */
  public static Optional<StatusMark> find(String label) {
    return Arrays.stream(values()).filter(mark -> mark.label().equals(label)).findFirst();
  }

  /** The word in files. */
  public String label() {
    return status.label();
  }

  public MarkShape shape() {
    return shape;
  }

  /** 0xRRGGBB. */
  public int rgb() {
    return rgb;
  }

  /** QGIS's name of the stroke of its outline. */
  public String stroke() {
    return stroke;
  }

  /** One of the names that Garmin's receivers know. */
  public String gpsSymbol() {
    return gpsSymbol;
  }

  /** Whether it asks for no visit any more. */
  public boolean isOver() {
    return status.isOver();
  }
}
