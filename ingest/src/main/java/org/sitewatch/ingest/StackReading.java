package org.sitewatch.ingest;

import java.util.List;
import java.util.SortedMap;

/**
 * What reading a site's stack gave.
 *
 * @param failures looks that are not in the stack, and why
 * @param pixelHashes sha256 of the codes used, by {@code <scene id>.<part>}
 */
public record StackReading(
    TileStack stack, List<FailedLook> failures, SortedMap<String, String> pixelHashes) {

  /**
   * @param reason one sentence
   */
  public record FailedLook(Look look, String reason) {}
}
