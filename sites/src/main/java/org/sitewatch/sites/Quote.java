package org.sitewatch.sites;

import java.util.List;

/**
 * What a sentence quotes of a file: enough of it to find the place. A file may hold a name of a
 * million letters, and a sentence that quotes it has an end that nobody reads.
 */
public final class Quote {
  private static final int LONGEST = 200;
  private static final int LONGEST_IN_LIST = 60;
  private static final int LONGEST_LIST = 1_200;

  private Quote() {}

  /** A text, of long ones the first 200 letters. */
  public static String of(String text) {
    return cut(text, LONGEST);
  }

  /** Names with commas between them, as many as 1,200 letters hold; of each the first 60. */
  public static String list(List<String> names) {
    var shown = new StringBuilder();
    for (String name : names) {
      if (shown.length() > LONGEST_LIST) {
        return shown + ", …";
      }
      shown.append(shown.isEmpty() ? "" : ", ").append(cut(name, LONGEST_IN_LIST));
    }
    return shown.toString();
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, most - (halves ? 1 : 0)) + "…";
  }
}
