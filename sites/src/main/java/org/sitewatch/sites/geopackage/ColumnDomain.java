package org.sitewatch.sites.geopackage;

import java.util.List;

/**
 * What a column means and may hold.
 *
 * @param meaning one line
 * @param words the vocabulary, empty for none
 * @param least of a range; no range if it is the same as the most
 */
public record ColumnDomain(
    String column, String title, String meaning, List<String> words, int least, int most) {

  public ColumnDomain {
    words = List.copyOf(words);
  }

  boolean isRange() {
    return least < most;
  }

  boolean isConstrained() {
    return isRange() || !words.isEmpty();
  }
}
