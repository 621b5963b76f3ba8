package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a cut did; merges in any order.
 *
 * @param tiles files put into the store
 * @param failures windows that could not be had
 * @param blocks internal blocks decoded
 * @param decodedBytes of these blocks
 * @param neededBytes of the windows
 * @param readBytes from the source
 */
public record CutResult(
    int tiles,
    List<Failure> failures,
    long blocks,
    long decodedBytes,
    long neededBytes,
    long readBytes)
    implements Serializable {

  public static final CutResult NONE = new CutResult(0, List.of(), 0, 0, 0, 0);

  public CutResult {
    failures = List.copyOf(failures);
  }

  /**
   * @param reason one sentence
   */
  public record Failure(TileKey key, String reason) implements Serializable {}

  /** Whether every window was had. */
  public boolean isWhole() {
    return failures.isEmpty();
  }

  /** Sums and all failures of both; the order of merging shows in that of the failures only. */
  public CutResult merge(CutResult other) {
    return new CutResult(
        tiles + other.tiles,
        Stream.concat(failures.stream(), other.failures.stream()).toList(),
        blocks + other.blocks,
        decodedBytes + other.decodedBytes,
        neededBytes + other.neededBytes,
        readBytes + other.readBytes);
  }
}
