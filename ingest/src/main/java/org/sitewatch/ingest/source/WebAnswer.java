package org.sitewatch.ingest.source;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a server answered; redirects were followed. */
public final class WebAnswer {
  private final URI address;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  WebAnswer(URI address, int status, HttpHeaders headers, byte[] body) {
    this.address = address;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Where the answer came from in the end: relative hrefs in it start from there. */
  public WebAddress address() {
    return new WebAddress(address);
  }

  int status() {
    return status;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Not a copy. */
  public byte[] body() {
    return body;
  }
}
