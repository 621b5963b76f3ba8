package org.sitewatch.detect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sitewatch.detect.score.ObjectFeatures;
import org.sitewatch.detect.series.LookVectors;
import org.sitewatch.detect.series.SeriesLook;
import org.sitewatch.detect.series.WindowEvidence;

/** The looks behind the evidence: vectors of the last 120 days, and all that the newest show. */
final class LookWindow {
  private final List<LookVectors> vectors = new ArrayList<>();
  private final Deque<SeriesLook> newest = new ArrayDeque<>();

  /** A look not older than those before; what has become too old is forgotten. */
  void add(SeriesLook look) {
    vectors.add(look.vectors());
    newest.addLast(look);
    double oldest = look.vectors().day() - WindowEvidence.OLDEST_DAYS;
    vectors.removeIf(seen -> seen.day() < oldest);
    newest.removeIf(seen -> seen.vectors().day() < oldest);
    if (newest.size() > ObjectFeatures.NEWEST_LOOKS) {
      newest.removeFirst();
    }
  }

  void clear() {
    vectors.clear();
    newest.clear();
  }

  /** Oldest first. */
  List<LookVectors> vectors() {
    return vectors;
  }

  /** Oldest first, at most {@link ObjectFeatures#NEWEST_LOOKS}. */
  List<SeriesLook> newest() {
    return List.copyOf(newest);
  }
}
