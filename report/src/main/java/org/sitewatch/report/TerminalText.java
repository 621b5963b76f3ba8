package org.sitewatch.report;

/** Text from a registry or a file name made fit for one line of a terminal. */
public final class TerminalText {
  private static final int LONGEST = 300;

  private TerminalText() {}

  /** Control characters, line ends and marks that turn the direction of writing become spaces. */
  public static String of(String text) {
    String plain =
        text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ").strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
