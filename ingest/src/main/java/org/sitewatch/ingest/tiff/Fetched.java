package org.sitewatch.ingest.tiff;

import java.io.Serializable;

/**
 * What came over a network.
 *
 * @param requests that were answered; redirects and what was asked again count once
 * @param bytes of the answers' bodies
 */
public record Fetched(long requests, long bytes) implements Serializable {
  public static final Fetched NOTHING = new Fetched(0, 0);

  /** Both together. */
  public Fetched plus(Fetched other) {
    return new Fetched(requests + other.requests, bytes + other.bytes);
  }
}
