package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
 * @param fetched over a network
 */
public record CutResult(
    int tiles,
    List<Failure> failures,
    long blocks,
    long decodedBytes,
    long neededBytes,
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
    return new CutResult(0, failures, 0, 0, 0, Fetched.NOTHING);
  }

  /** Whether every window was had. */
  public boolean isWhole() {
    return failures.isEmpty();
  }

  /** Every reason once, in alphabetical order. */
  public List<String> reasons() {
    return failures.stream().map(Failure::reason).distinct().sorted().toList();
  }

  /**
   * One line for each part of a scene that lacks windows: the reason of most of them, and how many
   * others there are. A damaged image has as many reasons as blocks.
   */
  public List<String> reasonsInShort() {
    record Part(String scene, String name) {}

    return failures.stream()
        .collect(
            Collectors.groupingBy(
                failure -> new Part(failure.key().sceneId(), failure.key().part())))
        .values()
        .stream()
        .map(CutResult::inShort)
        .sorted()
        .toList();
  }

  private static String inShort(List<Failure> ofPart) {
    var windows = new TreeMap<String, Integer>();
    ofPart.forEach(failure -> windows.merge(failure.reason(), 1, Integer::sum));
    String main = Collections.max(windows.keySet(), Comparator.comparing(windows::get));
    String others = windows.size() == 1 ? "" : "; other reasons: " + (windows.size() - 1);
    return "%s (windows not cut: %d%s)".formatted(main, ofPart.size(), others);
  }

  /** Sums and all failures of both; the order of merging shows in that of the failures only. */
  public CutResult merge(CutResult other) {
    return new CutResult(
        tiles + other.tiles,
        Stream.concat(failures.stream(), other.failures.stream()).toList(),
        blocks + other.blocks,
        decodedBytes + other.decodedBytes,
        neededBytes + other.neededBytes,
        fetched.plus(other.fetched));
  }
}
