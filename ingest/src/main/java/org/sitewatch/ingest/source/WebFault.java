package org.sitewatch.ingest.source;

/** What went wrong between us and a server. */
public enum WebFault {
  /** 404 or 410. */
  MISSING(false),
  /** 401 or 403. */
  DENIED(false),
  /** 429: too many requests. */
  BUSY(true),
  /** 500, 502, 503, 504. */
  OUT_OF_ORDER(true),
  /** No connection, or one that broke. */
  UNREACHABLE(true),
  /** Not all of the answer came in the time given. */
  SLOW(true),
  /** Another file than the one whose first bytes were read. */
  CHANGED(false),
  /** More bytes than are taken. */
  TOO_LONG(false),
  /** A redirect that is not followed. */
  LED_AWAY(false),
  /** Anything else that is not an answer to what was asked. */
  WRONG(false);

  private final boolean passing;

  WebFault(boolean passing) {
    this.passing = passing;
  }

  /** Whether it may be gone in a moment, so that asking again makes sense. */
  public boolean isPassing() {
    return passing;
  }
}
