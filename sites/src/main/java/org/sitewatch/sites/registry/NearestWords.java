package org.sitewatch.sites.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sitewatch.sites.EditDistance;

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

  /** {@link EditDistance} without regard to case and to how words are joined. */
  static int edits(String one, String other) {
    return EditDistance.of(folded(one), folded(other));
  }

  private static String folded(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    return folded.substring(0, Math.min(folded.length(), 60));
  }
}
