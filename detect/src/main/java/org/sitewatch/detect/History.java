package org.sitewatch.detect;

import java.util.Locale;

/** The rung a judgement stands on, by the earlier clear looks of the pixel. */
public enum History {
  /** No earlier clear look: nothing can be said, least of all "no change". */
  NONE,
  /** One or two earlier clear looks. */
  PAIR,
  /** 3 to 11. */
  SHORT,
  /** At least 12 over at least a year and a half. */
  LONG;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
