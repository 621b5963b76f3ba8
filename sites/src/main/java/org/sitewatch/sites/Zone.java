package org.sitewatch.sites;

/** Part of a site, from the innermost outwards; the order of the constants is that order. */
public enum Zone {
  CORE,
  BUFFER,
  SETTING;

  /** The word used in files: {@code core}, {@code buffer}, {@code setting}. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
