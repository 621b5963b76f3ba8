package org.sitewatch.ingest.tiff;

import java.io.IOException;

/** A TIFF that is broken, cut off, or of a kind that is not read: one sentence with the file. */
public final class TiffException extends IOException {
  private static final long serialVersionUID = 1L;

  public TiffException(String file, String problem) {
    super(file + ": " + problem);
  }

  public TiffException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
