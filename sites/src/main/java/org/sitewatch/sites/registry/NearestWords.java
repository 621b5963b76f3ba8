package org.sitewatch.sites.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Words of a vocabulary that a wrong one was most likely meant to be. */
final class NearestWords {
  private static final int MOST = 3;

  private NearestWords() {}

  /** At most three, the likeliest first; all that are fewer edits away than half their length. */
  static List<String> of(String wrong, Collection<String> words) {
    return words.stream()
        .filter(word -> edits(wrong, word) <= Math.max(1, word.length() / 2) || holds(wrong, word))
        .sorted(
            Comparator.comparing((String word) -> !holds(wrong, word))
                .thenComparing(word -> edits(wrong, word))
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST)
        .toList();
  }

  /** {@code Core zone} holds core. */
  private static boolean holds(String wrong, String word) {
    String text = folded(wrong);
    return text.length() > 2 && (text.contains(folded(word)) || folded(word).contains(text));
  }

  /** Levenshtein's distance, without regard to case; a long text is cut. */
  static int edits(String one, String other) {
    String from = folded(one);
    String to = folded(other);
    var row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int same = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }

  private static String folded(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    return folded.substring(0, Math.min(folded.length(), 60));
  }
}
