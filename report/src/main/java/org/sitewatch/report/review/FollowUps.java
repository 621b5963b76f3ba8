package org.sitewatch.report.review;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitewatch.detect.Alert;
import org.sitewatch.detect.Disturbance;
import org.sitewatch.detect.Status;
import org.sitewatch.report.review.FollowUp.Effect;

/**
 * What verdicts and registry make of the disturbances of a run: a pure function of the verdicts up
 * to its last day, its sites, and what it found.
 */
public final class FollowUps {
  /** Where nobody has said anything. */
  public static final FollowUps NONE = new FollowUps(new TreeMap<>(), Set.of(), Map.of(), 0);

  private final SortedMap<String, Review> inForce;
  private final Set<String> quietBefore;
  private final Map<String, SiteWorks> works;
  private final double growth;

  /** A disturbance as it is to be told, and why. */
  public record Followed(Disturbance disturbance, FollowUp followUp) {}

  private FollowUps(
      SortedMap<String, Review> inForce,
      Set<String> quietBefore,
      Map<String, SiteWorks> works,
      double growth) {
    this.inForce = inForce;
    this.quietBefore = quietBefore;
    this.works = works;
    this.growth = growth;
  }

  /**
   * @param until last day of the run
   * @param growth share of its area by which a dismissed disturbance has to grow to speak again
   * @param works of the sites, by id
   */
  public static FollowUps of(
      Reviews reviews, LocalDate until, double growth, Map<String, SiteWorks> works) {
    if (!(growth >= 0 && growth < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("growth must be at least 0, got " + growth);
    }
    return new FollowUps(reviews.inForce(until), Set.of(), Map.copyOf(works), growth);
  }

  /** Ids that a verdict puts aside. */
  public SortedSet<String> dismissed() {
    var ids = new TreeSet<String>();
    inForce.forEach(
        (id, review) -> {
          if (review.verdict().isDismissing()) {
            ids.add(id);
          }
        });
    return ids;
  }

  /** The same, with the ids that the run before told as put aside: what returns of them is news. */
  public FollowUps after(Set<String> dismissedBefore) {
    return new FollowUps(inForce, Set.copyOf(dismissedBefore), works, growth);
  }

  /** The disturbance with the status and the newness that are left to it. */
  public Followed apply(Disturbance found) {
    Optional<Review> review = Optional.ofNullable(inForce.get(found.id()));
    Effect effect = review.map(one -> effect(one, found)).orElse(Effect.NONE);
    Optional<String> cause =
        review.filter(one -> one.verdict() == Verdict.ILLICIT).isPresent()
                || effect == Effect.DISMISSED
            ? Optional.empty()
            : Optional.ofNullable(works.get(found.siteId()))
                .flatMap(site -> site.findFor(found))
                .map(AuthorisedWorks::told);
    double area_m2 = found.extent().area_m2();
    double quietUpTo_m2 =
        review
            .filter(one -> one.verdict().isDismissing())
            .map(this::quietUpTo_m2)
            .orElse(Double.NaN);
    var followUp =
        new FollowUp(effect, review.orElse(null), cause.orElse(null), quietUpTo_m2, area_m2);
    return new Followed(told(found, effect), followUp);
  }

  private Effect effect(Review review, Disturbance found) {
    return switch (review.verdict()) {
      case ILLICIT -> Effect.VERIFIED;
      case AUTHORISED -> Effect.AUTHORISED;
      case NOT_REACHABLE, PENDING -> Effect.NONE;
      default ->
          found.extent().area_m2() > quietUpTo_m2(review) ? Effect.RETURNED : Effect.DISMISSED;
    };
  }

  private double quietUpTo_m2(Review review) {
    return review.sighting().area_m2() * (1 + growth);
  }

  /** What is over stays over, whoever has seen it. */
  private Disturbance told(Disturbance found, Effect effect) {
    Alert alert = found.alert();
    return switch (effect) {
      case NONE, AUTHORISED -> found;
      case DISMISSED -> found.withAlert(withStatus(alert, Status.DISMISSED).withIsNew(false));
      case RETURNED ->
          quietBefore.contains(found.id()) ? found.withAlert(alert.withIsNew(true)) : found;
      case VERIFIED ->
          alert.status() == Status.FINISHED
              ? found
              : found.withAlert(withStatus(alert, Status.VERIFIED));
    };
  }

  /** The confidence stays that of the images. */
  private static Alert withStatus(Alert alert, Status status) {
    return alert.withStatus(status, alert.confidence());
  }
}
