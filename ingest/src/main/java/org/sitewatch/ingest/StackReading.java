package org.sitewatch.ingest;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What reading a site's stack gave.
 *
 * @param failures looks that are not in the stack, and why
 * @param pixelHashes sha256 of the codes, by {@code <scene id>.<part>}; nothing of a look of which
 *     any part cannot be read
 * @param layouts sha256 of what makes numbers at places of these codes, by the same names: date,
 *     sensor, the grid of the images and what their codes mean
 */
public record StackReading(
    TileStack stack,
    List<FailedLook> failures,
    SortedMap<String, String> pixelHashes,
    Map<String, String> layouts) {

  /**
   * @param reason one sentence
   */
  public record FailedLook(Look look, String reason) {}
}
