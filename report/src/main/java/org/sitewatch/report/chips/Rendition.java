package org.sitewatch.report.chips;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitewatch.report.records.Evidence;

/**
 * A way to show a look in red, green and blue.
 *
 * @param before name of the picture before, as {@link Evidence#pictures} has it
 * @param after name of the picture after
 * @param bands which are red, green and blue; three of the same are grey
 * @param isNatural whether a step is as bright in all three, so that colours stay what they are
 */
record Rendition(String before, String after, List<Integer> bands, boolean isNatural) {
  private static final List<List<String>> NATURAL = List.of(List.of("red", "green", "blue"));

  /** Bare soil is bright in the short-wave infrared, plants in the near: red here, green there. */
  private static final List<List<String>> SOIL =
      List.of(
          List.of("swir16", "nir", "red"),
          List.of("swir22", "nir", "red"),
          List.of("nir", "red", "green"));

  /** What a grey picture shows, if there is a choice. */
  private static final List<String> GREY = List.of("pan", "red", "green", "vv", "hh");

  /** True colour, or grey where there is none, then bare soil if the bands allow it. */
  static List<Rendition> of(List<String> bands) {
    List<Integer> natural = find(NATURAL, bands).orElseGet(() -> grey(bands));
    return Stream.concat(
            Stream.of(new Rendition(Evidence.BEFORE, Evidence.AFTER, natural, true)),
            find(SOIL, bands)
                .map(soil -> new Rendition(Evidence.BEFORE_SOIL, Evidence.AFTER_SOIL, soil, false))
                .stream())
        .toList();
  }

  private static Optional<List<Integer>> find(List<List<String>> choices, List<String> bands) {
    return choices.stream()
        .filter(bands::containsAll)
        .findFirst()
        .map(choice -> choice.stream().map(bands::indexOf).toList());
  }

  private static List<Integer> grey(List<String> bands) {
    int band = GREY.stream().filter(bands::contains).findFirst().map(bands::indexOf).orElse(0);
    return List.of(band, band, band);
  }
}
