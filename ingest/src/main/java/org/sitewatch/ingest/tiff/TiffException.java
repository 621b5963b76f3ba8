package org.sitewatch.ingest.tiff;

import java.io.IOException;

/** A TIFF that is broken, cut off, or of a kind that is not read: one sentence with the file. */
public final class TiffException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  public TiffException(String file, String problem) {
    this(file, problem, null, false);
  }

  public TiffException(String file, String problem, Throwable cause) {
    this(file, problem, cause, false);
  }

  private TiffException(String file, String problem, Throwable cause, boolean damaged) {
    super(file + ": " + problem, cause);
    this.damaged = damaged;
  }

  /**
   * @param cause or null
   */
  static TiffException damaged(String file, String problem, Throwable cause) {
    return new TiffException(file, problem, cause, true);
  }

  /** Whether bytes are missing or cannot be those that were written: a whole copy would help. */
  public boolean isDamaged() {
    return damaged;
  }

  /** Whether its bytes could not be had, which says nothing of what they are. */
  public boolean isUnread() {
    return !damaged && getCause() instanceof IOException;
  }
}
