package org.sitewatch.sites;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What grows on a site: sites of one class are expected to raise false alarms alike. */
public enum LandCover {
  BARE,
  GRASS,
  CROP,
  /** Too little was seen to tell. */
  UNKNOWN;

  /** The classes by their words, as a registry may name them. */
  public static final String WORDS = "bare, grass or crop";

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a word in any case; empty for a word that names none of the three classes. */
  public static Optional<LandCover> findLabel(String word) {
    return Arrays.stream(values())
        .filter(cover -> cover != UNKNOWN && cover.label().equalsIgnoreCase(word.strip()))
        .findFirst();
  }
}
