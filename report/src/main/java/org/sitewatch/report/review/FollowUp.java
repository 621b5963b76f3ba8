package org.sitewatch.report.review;

import java.io.Serializable;
import java.util.Optional;
import org.sitewatch.detect.Status;
import org.sitewatch.report.json.FixedDecimals;

/**
 * What a verdict and the registry make of one disturbance.
 *
 * @param effect of the verdict
 * @param inForce the verdict that holds, or null; read it by {@link #review()}
 * @param works that may be the cause, or null; read them by {@link #authorisedBy()}
 * @param quietUpTo_m2 a dismissed one stays quiet up to this area; NaN where nothing was dismissed
 * @param area_m2 that it has now
 */
public record FollowUp(
    Effect effect, Review inForce, String works, double quietUpTo_m2, double area_m2)
    implements Serializable {
  /** Nobody has said anything. */
  public static final FollowUp NONE = new FollowUp(Effect.NONE, null, null, Double.NaN, Double.NaN);

  /** By this the score of what may be authorised is multiplied. Assumed, not learnt. */
  public static final double AUTHORISED_FACTOR = 0.2;

  /** What a verdict does. */
  public enum Effect {
    NONE,
    /** Put aside, score 0. */
    DISMISSED,
    /** Put aside before, but grown since. */
    RETURNED,
    /** Seen on the ground to be what the images say. */
    VERIFIED,
    /** Real, and with leave. */
    AUTHORISED
  }

  /** The verdict that holds. */
  public Optional<Review> review() {
    return Optional.ofNullable(inForce);
  }

  /** The works in the registry that may be its cause, in words. */
  public Optional<String> authorisedBy() {
    return Optional.ofNullable(works);
  }

  /** Whether a verdict or the registry says that it has leave. */
  public boolean isAuthorised() {
    return effect == Effect.AUTHORISED || works != null;
  }

  /** What the score is multiplied by. */
  public double factor() {
    return isAuthorised() ? AUTHORISED_FACTOR : 1;
  }

  /** The EAMENA word, of what the verdict leaves of a status. */
  public String certainty(Status status) {
    return effect == Effect.VERIFIED ? Status.VERIFIED.certainty() : status.certainty();
  }

  /** One sentence on what follows; empty if nothing does. */
  public Optional<String> sentence() {
    String ofVerdict =
        switch (effect) {
          case NONE -> "";
          case DISMISSED ->
              "Put aside as %s on %s: score 0 until it is larger than %s m²."
                  .formatted(
                      inForce.verdict().label(),
                      inForce.verifiedOn(),
                      FixedDecimals.of(quietUpTo_m2, 0));
          case RETURNED ->
              "Back, since it has grown from %s to %s m² after it was put aside as %s on %s."
                  .formatted(
                      FixedDecimals.of(inForce.sighting().area_m2(), 0),
                      FixedDecimals.of(area_m2, 0),
                      inForce.verdict().label(),
                      inForce.verifiedOn());
          case VERIFIED -> "Seen on the ground on " + inForce.verifiedOn() + ": illicit.";
          case AUTHORISED ->
              "Seen to be authorised on %s: score multiplied by %s."
                  .formatted(inForce.verifiedOn(), FixedDecimals.of(AUTHORISED_FACTOR, 1));
        };
    String ofWorks =
        works == null || effect == Effect.AUTHORISED
            ? ""
            : "May be of authorised works (%s): score multiplied by %s."
                .formatted(works, FixedDecimals.of(AUTHORISED_FACTOR, 1));
    return Optional.of((ofVerdict + " " + ofWorks).strip()).filter(text -> !text.isEmpty());
  }

  /** What the reason of the rank says more; empty if it has nothing to say. */
  public String clause() {
    String ofVerdict =
        switch (effect) {
          case NONE -> "";
          case DISMISSED ->
              "; %s on %s: %s, so it is quiet until it has grown"
                  .formatted(by(), inForce.verifiedOn(), inForce.verdict().label());
          case RETURNED ->
              "; %s on %s: %s, but it has grown by %s %% since"
                  .formatted(by(), inForce.verifiedOn(), inForce.verdict().label(), growth());
          case VERIFIED ->
              "; %s on %s: %s".formatted(by(), inForce.verifiedOn(), inForce.verdict().label());
          case AUTHORISED ->
              "; %s on %s: %s, so it ranks low"
                  .formatted(by(), inForce.verifiedOn(), inForce.verdict().label());
        };
    boolean ofWorks = works != null && effect != Effect.AUTHORISED;
    return ofVerdict
        + (ofWorks ? "; authorised works (" + works + ") may be the cause, so it ranks low" : "");
  }

  private String by() {
    return inForce.verdict().isDismissing() ? "put aside" : "checked on the ground";
  }

  private String growth() {
    double before_m2 = inForce.sighting().area_m2();
    return before_m2 > 0 ? FixedDecimals.of(100 * (area_m2 / before_m2 - 1), 0) : "100";
  }
}
