package org.sitewatch.ingest.source;

import java.net.URI;
import java.net.http.HttpResponse;

/** Where a server may send us: to HTTP and HTTPS only, from HTTPS to HTTPS only. */
final class Redirect {

  private Redirect() {}

  static boolean is(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /**
   * @param first address that was asked for, which a message names
   */
  static URI target(WebRequest current, HttpResponse<?> response, URI first) throws WebException {
    if (current.json().isPresent() && response.statusCode() < 307) {
      throw new WebException(
          WebFault.LED_AWAY, first, "redirects what is posted (" + response.statusCode() + ")");
    }
    String href = response.headers().firstValue("Location").orElse("");
    if (href.isEmpty()) {
      throw new WebException(WebFault.LED_AWAY, first, "redirects without saying where");
    }
    return target(current.address(), href, first);
  }

  static URI target(URI from, String href, URI first) throws WebException {
    var before = new WebAddress(from);
    Location after;
    try {
      after = before.resolve(href);
    } catch (IllegalArgumentException unread) {
      throw new WebException(
          WebFault.LED_AWAY,
          first,
          "redirects to what is not followed: " + unread.getMessage(),
          unread);
    }
    if (!(after instanceof WebAddress to)) {
      throw new WebException(WebFault.LED_AWAY, first, "redirects to a file");
    }
    if (before.isSecure() && !to.isSecure()) {
      throw new WebException(WebFault.LED_AWAY, first, "redirects from https to http (" + to + ")");
    }
    return to.uri();
  }
}
