package org.sitewatch.report.floor;

import java.util.Locale;

/** What a run can say of a site's detection floor. */
public enum FloorState {
  /**
   * Found out with the model, budget and settings of the run. What neighbours raised and the class
   * of land move the threshold too and are not compared.
   */
  MEASURED,
  /** Found out with others: told with its date, not to be counted on. */
  STALE,
  /** Nothing is kept, or what is kept says why there is none. */
  NOT_MEASURED,
  /** What is kept cannot be read. */
  BROKEN;

  /** The word used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
