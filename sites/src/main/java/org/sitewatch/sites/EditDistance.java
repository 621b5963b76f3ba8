package org.sitewatch.sites;

/**
 * How many letters have to be put in, taken out or changed to make one word of another
 * (Levenshtein), for proposals where a word is not known. Case matters.
 */
public final class EditDistance {
  /** Nobody means a longer word; what is cut off does not make two words more alike. */
  private static final int LONGEST = 60;

  private EditDistance() {}

  public static int of(String one, String other) {
    String a = cut(one);
    String b = cut(other);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static String cut(String word) {
    return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
  }
}
