package org.sitewatch.report.ledger;

import java.util.Locale;

/** What a run can say of a site. Only {@link #SEEN} allows to read "nothing found" as such. */
public enum CoverageState {
  /** At least one look showed it and could be compared with an earlier one. */
  SEEN,
  /** Shown, but there is no earlier clear look to compare with: nothing is said of change. */
  NO_HISTORY,
  /** There were looks, none showed it: cloud, snow, outside. */
  NOT_SEEN,
  /** No scene of the period meets it. */
  NO_SCENE,
  /** Could not be looked at: a broken input or registry entry. */
  FAILED;

  /** Whether the run is only partly done because of it. Cloud is no failure. */
  public boolean isFailure() {
    return this == FAILED;
  }

  /** The same of the word that a file has. */
  public static boolean isFailure(String label) {
    return label.equals(FAILED.label());
  }

  /** The word used in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
