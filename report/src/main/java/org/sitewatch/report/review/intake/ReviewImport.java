package org.sitewatch.report.review.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitewatch.report.review.Review;
import org.sitewatch.report.review.ReviewDay;
import org.sitewatch.report.review.Reviews;
import org.sitewatch.report.review.Sighting;
import org.sitewatch.report.review.Verdict;

/**
 * A file of verdicts, checked against what the runs have told. Nothing is kept yet.
 *
 * @param fresh verdicts that are not kept yet, in file order
 * @param known how many are kept already, word by word
 * @param empty how many rows have no verdict
 * @param faults one sentence on each row that cannot be taken
 */
public record ReviewImport(List<Review> fresh, int known, int empty, List<String> faults) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2000;

  /** Of so many faults the like ids are looked for: a file may be of another workspace. */
  private static final int MOST_PROPOSALS = 100;

  public ReviewImport {
    fresh = List.copyOf(fresh);
    faults = List.copyOf(faults);
  }

  /**
   * @param today no verdict may be of a later day
   * @throws org.sitewatch.sites.UserException if the file is no table of verdicts
   */
  public static ReviewImport of(
      Path file, ReportedDisturbances told, Reviews kept, LocalDate today) {
    Set<List<Object>> said = new HashSet<>();
    kept.inOrder().forEach(review -> said.add(words(review)));
    var fresh = new ArrayList<Review>();
    var faults = new ArrayList<String>();
    int known = 0;
    int empty = 0;
    for (ReviewRow row : ReviewTable.read(file)) {
      if (row.verdict().isEmpty()) {
        empty++;
        continue;
      }
      try {
        Review review = review(row, told, today, faults.size() < MOST_PROPOSALS);
        if (said.add(words(review))) {
          fresh.add(review);
        } else {
          known++;
        }
      } catch (IllegalArgumentException | DateTimeException wrong) {
        faults.add(row.place() + ": " + wrong.getMessage());
      }
    }
    return new ReviewImport(fresh, known, empty, faults);
  }

  /** What makes two verdicts the same; which report they were written on does not matter. */
  private static List<Object> words(Review review) {
    return List.of(
        review.id(), review.verdict(), review.verifiedBy(), review.verifiedOn(), review.note());
  }

  private static Review review(
      ReviewRow row, ReportedDisturbances told, LocalDate today, boolean proposes) {
    if (row.id().isEmpty()) {
      throw new IllegalArgumentException("has a verdict but no id");
    }
    Verdict verdict =
        Verdict.find(row.verdict())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown verdict '%s'; did you mean '%s'?"
                            .formatted(
                                brief(row.verdict()), Verdict.nearest(row.verdict()).label())));
    LocalDate day = day(row, today);
    ReportedDisturbances.Told one =
        told.find(row.id(), day, row.runId())
            .orElseThrow(() -> new IllegalArgumentException(unknown(row.id(), told, proposes)));
    Optional<LocalDate> whole = one.occurredFrom().filter(day::isBefore);
    if (whole.isPresent()) {
      throw new IllegalArgumentException(
          "verified_on %s is before %s, when the ground of '%s' was still whole"
              .formatted(day, whole.get(), row.id()));
    }
    var sighting =
        new Sighting(
            one.run().id(),
            one.properties().path("site_id").asText(),
            one.day("first_seen"),
            one.properties().path("area_m2").asDouble());
    return new Review(
        row.id(),
        verdict,
        text(row.verifiedBy(), "verified_by", LONGEST_NAME),
        day,
        text(row.note(), "note", LONGEST_NOTE),
        sighting);
  }

  private static LocalDate day(ReviewRow row, LocalDate today) {
    if (row.verifiedOn().isEmpty()) {
      throw new IllegalArgumentException(
          "verified_on of '" + brief(row.id()) + "' is missing; write the day as 2024-09-20");
    }
    LocalDate day;
    try {
      day = ReviewDay.parse(row.verifiedOn());
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException("verified_on " + wrong.getMessage(), wrong);
    }
    if (day.isAfter(today)) {
      throw new IllegalArgumentException(
          "verified_on " + day + " is in the future; today is " + today);
    }
    return day;
  }

  private static String unknown(String id, ReportedDisturbances told, boolean proposes) {
    String near =
        Optional.of(id)
            .filter(any -> proposes)
            .flatMap(any -> Verdict.nearest(id, told.ids()))
            .map(like -> "; did you mean '" + like + "'?")
            .orElse("");
    return "no disturbance '" + brief(id) + "' in " + told.runs() + " runs" + near;
  }

  /** One line; line ends and other control characters become spaces. */
  private static String text(String text, String name, int longest) {
    String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(line)) { // as "\\ud800" can say it
      throw new IllegalArgumentException(name + " holds half a letter; write it again");
    }
    if (line.length() > longest) {
      throw new IllegalArgumentException(
          name + " has " + line.length() + " characters, at most " + longest + " are kept");
    }
    return line;
  }

  private static String brief(String text) {
    String line = text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
