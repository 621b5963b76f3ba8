package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.sitewatch.ingest.tiff.Fetched;

/**
 * What a cut did; merges in any order.
 *
 * @param tiles files put into the store
 * @param failures windows that could not be had
 * @param blocks internal blocks decoded
 * @param decodedBytes of these blocks
 * @param neededBytes of the windows
 * @param readBytes from the source
 * @param fetched over a network
 */
public record CutResult(
    int tiles,
    List<Failure> failures,
    long blocks,
    long decodedBytes,
    long neededBytes,
    long readBytes,
    Fetched fetched)
    implements Serializable {

  public static final CutResult NONE = failed(List.of());

  public CutResult {
    failures = List.copyOf(failures);
  }

  /**
   * @param reason one sentence
   */
  public record Failure(TileKey key, String reason) implements Serializable {}

  /** Nothing was had. */
  public static CutResult failed(List<Failure> failures) {
    return new CutResult(0, failures, 0, 0, 0, 0, Fetched.NOTHING);
  }

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
        readBytes + other.readBytes,
        fetched.plus(other.fetched));
  }
}
