package org.sitewatch.detect;

import java.io.Serializable;
import java.time.LocalDate;

/** What became of one look whose footprint meets a site. Each comes out exactly once. */
public sealed interface LookOutcome extends Serializable {

  /** Id of the look, or empty for a site without any scene. */
  String lookId();

  /** UTC day, or {@link LocalDate#MIN} for a site without any scene. */
  LocalDate date();

  String sensor();

  /**
   * @param clearShare clear share of the pixels of the zones, 0 to 1
   * @param judgedShare share of the pixels of the zones that are clear and have at least one
   *     earlier clear look; 0 means "no history", never "no change"
   * @param shift how far it lay off the history
   */
  record Seen(
      String lookId,
      LocalDate date,
      String sensor,
      double clearShare,
      double judgedShare,
      LookShift shift)
      implements LookOutcome {}

  /**
   * @param cause why nothing was seen
   */
  record Unseen(String lookId, LocalDate date, String sensor, Cause cause) implements LookOutcome {}

  /**
   * @param reason one sentence: what failed, where, and the cure if it is known
   */
  record Failed(String lookId, LocalDate date, String sensor, String reason)
      implements LookOutcome {}

  /** Why a look shows nothing of a site. */
  enum Cause {
    CLOUD("cloud"),
    SNOW("snow"),
    OUTSIDE("outside"),
    /** Clear, but with too few clear pixels in the window to know its noise. */
    TOO_LITTLE_CLEAR("too little clear ground"),
    NO_SCENE("no scene");

    private final String label;

    Cause(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
