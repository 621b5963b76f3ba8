package org.sitewatch.sites;

/** How a command ended, as the number the shell sees. */
public enum ExitCode {
  DONE(0),
  /** A bug: the trace is printed. */
  FAILED(1),
  /** Wrong usage or settings. */
  USAGE(2),
  REGISTRY_INVALID(3),
  /** An input or the network cannot be had. */
  UNAVAILABLE(4),
  /** Outputs are there, now or from before; some sites or scenes failed and are listed. */
  PARTIAL(5),
  /** Stored bytes are not what was recorded. */
  INTEGRITY(6),
  /** Another run holds the workspace. */
  HELD(7),
  /** Only with {@code --exit-on-alerts}. */
  NEW_ALERTS(10),
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
