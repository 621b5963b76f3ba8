package org.sitewatch.report.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Verdicts in the order in which they hold: by day, of one day in the order of the imports.
 *
 * @param inOrder the one that supersedes comes last
 */
public record Reviews(List<Review> inOrder) {
  public static final Reviews NONE = new Reviews(List.of());

  public Reviews {
    inOrder = List.copyOf(inOrder);
  }

  /** The order of the files does not matter. */
  static Reviews of(Collection<ReviewFile> files) {
    var all = new ArrayList<Review>();
    files.stream()
        .sorted(Comparator.comparingInt(ReviewFile::sequence))
        .forEach(file -> all.addAll(file.reviews()));
    all.sort(Comparator.comparing(Review::verifiedOn)); // stable
    return new Reviews(all);
  }

  /**
   * The verdict that holds of each disturbance, by its id. A later one supersedes, but that nobody
   * came there says nothing against what is known.
   *
   * @param until verdicts of later days are not known yet
   */
  public SortedMap<String, Review> inForce(LocalDate until) {
    var inForce = new TreeMap<String, Review>();
    for (Review review : inOrder) {
      if (!review.verifiedOn().isAfter(until)) {
        inForce.merge(review.id(), review, Reviews::superseding);
      }
    }
    return inForce;
  }

  private static Review superseding(Review known, Review later) {
    boolean staysKnown = later.verdict() == Verdict.NOT_REACHABLE && known.verdict().isChecked();
    return staysKnown ? known : later;
  }
}
