package org.sitewatch.ingest.source;

import java.io.IOException;
import java.net.URI;

/**
 * A request that was not answered as it should: one sentence with the address, its query left out.
 */
public final class WebException extends IOException {
  private static final long serialVersionUID = 1L;

  private final WebFault fault;
  private final String address;
  private final String problem;

  /**
   * @param problem what is wrong, without the address
   */
  WebException(WebFault fault, URI address, String problem, Throwable cause) {
    this(fault, new WebAddress(address).toString(), problem, cause);
  }

  WebException(WebFault fault, URI address, String problem) {
    this(fault, address, problem, null);
  }

  private WebException(WebFault fault, String address, String problem, Throwable cause) {
    super(address + ": " + problem, cause);
    this.fault = fault;
    this.address = address;
    this.problem = problem;
  }

  public WebFault fault() {
    return fault;
  }

  /** The sentence without the address, where that is said already. */
  public String problem() {
    return problem;
  }

  /** The same with what may help, where the user can. */
  WebException advised(String advice) {
    boolean mayHelp =
        fault == WebFault.DENIED || fault == WebFault.LED_AWAY || fault == WebFault.WRONG;
    String what = problem.split(";", 2)[0];
    return mayHelp ? new WebException(fault, address, what + "; " + advice, this) : this;
  }

  /** The same after more than one attempt. */
  WebException after(int attempts) {
    return attempts == 1
        ? this
        : new WebException(fault, address, problem + ", asked " + attempts + " times", this);
  }
}
