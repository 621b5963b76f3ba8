package org.sitewatch.report;

import java.util.regex.Pattern;

/** Text from a registry or a file name made fit for one line of a terminal. */
public final class TerminalText {
  private static final int LONGEST = 300;
  private static final int LONGEST_SENTENCE = 2_000;
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  private TerminalText() {}

  /** Control characters, line ends and marks that turn the direction of writing become spaces. */
  public static String of(String text) {
    String plain = line(text).strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** The same for a sentence, which may quote much; what a hostile file fills it with is cut. */
  public static String sentence(String text) {
    String line = line(text);
    if (line.length() <= LONGEST_SENTENCE) {
      return line;
    }
    boolean halves = Character.isHighSurrogate(line.charAt(LONGEST_SENTENCE - 1));
    return line.substring(0, LONGEST_SENTENCE - (halves ? 1 : 0)) + "…";
  }

  /** The same, however long. */
  public static String line(String text) {
    return UNFIT.matcher(text).replaceAll(" ");
  }
}
