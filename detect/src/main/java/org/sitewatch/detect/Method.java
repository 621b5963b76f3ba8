package org.sitewatch.detect;

import java.util.Locale;

/** How a look was judged: what its past, its bands and its sensor allow. */
public enum Method {
  /** No earlier look: nothing can be said. */
  NONE,
  /** One or two earlier looks, several bands: IR-MAD, ISFA and regression by class, fused. */
  PAIR,
  /** One or two earlier looks, one band: regression by class and anomaly, fused. */
  ONE_BAND,
  /** Radar: smoothed log-ratio. */
  RADAR,
  /** Three and more earlier looks: median, spread and regression on the history. */
  SHORT,
  /** A season's model from a long history, evidence over dates. */
  LONG;

  /** As it stands in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
