package org.sitewatch.report.review;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitewatch.sites.EditDistance;

/** What a person found a disturbance to be. Words: docs/review.md. */
public enum Verdict {
  /** People dug, built or drove there without leave. */
  ILLICIT("confirmed illicit", Kind.ILLICIT, "illicit"),
  /** A licensed dig, restoration or other works with leave. */
  AUTHORISED("confirmed authorised", Kind.AUTHORISED, "authorised"),
  /** The ground changed, but nobody did it. */
  NATURAL("natural", Kind.NATURAL, "natural"),
  CLOUD("false alarm (cloud)", Kind.FALSE_ALARM, "cloud"),
  SNOW("false alarm (snow)", Kind.FALSE_ALARM, "snow"),
  SHADOW("false alarm (shadow)", Kind.FALSE_ALARM, "shadow"),
  CROP("false alarm (crop)", Kind.FALSE_ALARM, "crop"),
  MISREGISTRATION("false alarm (misregistration)", Kind.FALSE_ALARM, "misregistration"),
  OTHER("false alarm (other)", Kind.FALSE_ALARM, "other"),
  /** Nobody came there: the disturbance stays what it was. */
  NOT_REACHABLE("not reachable", Kind.OPEN, "not reachable"),
  /** Somebody will go; also takes an earlier verdict back. */
  PENDING("pending", Kind.OPEN, "pending");

  /** What follows from a verdict. */
  private enum Kind {
    ILLICIT,
    AUTHORISED,
    NATURAL,
    FALSE_ALARM,
    OPEN
  }

  private static final String FALSE_ALARM = "false alarm";

  /** Letters in which two ids may differ if one is meant by the other. */
  private static final int LEAST_LIKE = 3;

  /** What people also write, after {@link #plain}; the boxes of the sheets among it. */
  private static final Map<String, Verdict> SHORT =
      Map.of(
          "illicit",
          ILLICIT,
          "illegal damage",
          ILLICIT,
          "authorised",
          AUTHORISED,
          "authorised work",
          AUTHORISED,
          "not reached",
          NOT_REACHABLE,
          FALSE_ALARM,
          OTHER);

  private final String label;
  private final Kind kind;
  private final String cause;

  Verdict(String label, Kind kind, String cause) {
    this.label = label;
    this.kind = kind;
    this.cause = cause;
  }

  /** The word used in files. */
  public String label() {
    return label;
  }

  /** What it was, in a word. */
  public String cause() {
    return cause;
  }

  /** Whether somebody knows what it is. */
  public boolean isChecked() {
    return kind != Kind.OPEN;
  }

  /** Whether the ground was disturbed, by whomever. */
  public boolean isTrue() {
    return isChecked() && kind != Kind.FALSE_ALARM;
  }

  /** Whether the disturbance is to be quiet from now on. */
  public boolean isDismissing() {
    return kind == Kind.NATURAL || kind == Kind.FALSE_ALARM;
  }

  /**
   * The verdict that a word means: case, brackets, colons, hyphens and underscores do not matter.
   */
  public static Optional<Verdict> find(String word) {
    String plain = plain(word);
    return Arrays.stream(values())
        .filter(verdict -> plain(verdict.label).equals(plain))
        .findFirst()
        .or(() -> Optional.ofNullable(SHORT.get(plain)));
  }

  /**
   * The verdict whose word is the most like the given one; a cause is only suggested to who wrote
   * more of one than of none.
   */
  public static Verdict nearest(String word) {
    String plain = plain(word);
    return Arrays.stream(values())
        .min(Comparator.comparingInt(verdict -> verdict.distance(plain)))
        .orElseThrow();
  }

  /** The one of some ids that is the most like the given one; empty if none is like it. */
  public static Optional<String> nearest(String id, Collection<String> ids) {
    return ids.stream()
        .filter(known -> Math.abs(known.length() - id.length()) <= LEAST_LIKE)
        .filter(known -> EditDistance.of(id, known) <= LEAST_LIKE)
        .min(
            Comparator.comparingInt((String known) -> EditDistance.of(id, known))
                .thenComparing(Comparator.naturalOrder()));
  }

  private int distance(String plain) {
    int whole = EditDistance.of(plain, plain(label));
    return this == OTHER ? Math.min(whole, EditDistance.of(plain, FALSE_ALARM)) : whole;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Zs}_:;,()/–-]+", " ")
        .strip()
        .replace("authorized", "authorised");
  }
}
