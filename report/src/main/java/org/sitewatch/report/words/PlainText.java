package org.sitewatch.report.words;

import java.util.regex.Pattern;

/** Text of a registry or of a person made fit to be shown among our own. */
public final class PlainText {
  /** Control characters, line and paragraph ends, halves of surrogate pairs, non-characters. */
  private static final Pattern UNSHOWABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\uFFFE\\uFFFF]+");

  /** Marks that turn the direction of all that follows them; letters turn their own. */
  private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]+");

  private PlainText() {}

  /** One line: what cannot be shown becomes a space, overrides of the direction are left out. */
  public static String of(String text) {
    return UNSHOWABLE.matcher(TURNING.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }
}
