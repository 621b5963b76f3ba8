package org.sitewatch.detect;

import java.util.Locale;

/** How far a disturbance has come; the order of the constants is that of the life of an alert. */
public enum Status {
  /** Disturbed in one valid look. */
  FIRST("Low"),
  /** In two. */
  PROVISIONAL("Medium"),
  /** In three, or in two by different sensors. */
  CONFIRMED("High"),
  /** Clean in two valid looks in a row. */
  FINISHED("High"),
  /** Put aside by a person, or clean again before it was confirmed. */
  DISMISSED("Negligible"),
  /** Seen on the ground by a person. */
  VERIFIED("Definite");

  private final String certainty;

  Status(String certainty) {
    this.certainty = certainty;
  }

  /** The word used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it asks for no visit any more. */
  public boolean isOver() {
    return this == FINISHED || this == DISMISSED;
  }

  /** {@link #isOver()} by the word used in files; false for a word of another version. */
  public static boolean isOver(String label) {
    return label.equals(FINISHED.label()) || label.equals(DISMISSED.label());
  }

  /** The EAMENA certainty word. */
  public String certainty() {
    return certainty;
  }
}
