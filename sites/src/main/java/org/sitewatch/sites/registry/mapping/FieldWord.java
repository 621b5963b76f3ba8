package org.sitewatch.sites.registry.mapping;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of fields as people write them: case, accents, blanks and signs make no difference. */
public final class FieldWord {
  /** A shapefile cuts names to ten bytes. */
  private static final int CUT_BYTES = 10;

  private FieldWord() {}

  /** Small letters and digits only. */
  public static String of(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]", "");
  }

  /**
   * The field that is meant: the same name, else the same word, else the one whose name was cut.
   *
   * @param wanted as a person typed it
   */
  public static Optional<String> find(String wanted, List<String> fields) {
    if (fields.contains(wanted)) {
      return Optional.of(wanted);
    }
    String word = of(wanted);
    List<String> alike = fields.stream().filter(field -> of(field).equals(word)).toList();
    List<String> cut = fields.stream().filter(field -> isCutFrom(field, word)).toList();
    return alike.size() == 1
        ? Optional.of(alike.get(0))
        : alike.isEmpty() && cut.size() == 1 ? Optional.of(cut.get(0)) : Optional.empty();
  }

  /** Whether the field may be what a shapefile left of a longer name. */
  static boolean isCutFrom(String field, String word) {
    int bytes = field.length() > CUT_BYTES ? 0 : field.getBytes(StandardCharsets.UTF_8).length;
    boolean full = field.length() == CUT_BYTES || bytes == CUT_BYTES || bytes == CUT_BYTES - 1;
    if (!full) {
      return false; // a name may have a million letters
    }
    String own = of(field);
    return own.length() < word.length() && !own.isEmpty() && word.startsWith(own);
  }
}
