package org.sitewatch.detect.score;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Why trees gave an object its score: {@code score = start + Σ push}, but for rounding. Found by
 * walking the paths of the trees: each step from a node to its child moves the mean score of the
 * training objects there, and that move is put to the feature the node asks for (Saabas 2014).
 *
 * @param score log-odds before calibration; NaN where no trees judged
 * @param start mean score of the objects the trees were trained on; NaN as above
 * @param parts largest push first; none if the model does not know the means of its nodes
 */
public record Grounds(double score, double start, List<Part> parts) implements Serializable {
  private static final Comparator<Part> LARGEST_FIRST =
      Comparator.comparingDouble((Part part) -> Math.abs(part.push()))
          .reversed()
          .thenComparing(Part::feature);

  /** Where no trees judged. */
  public static final Grounds NONE = new Grounds(Double.NaN, Double.NaN, List.of());

  /**
   * @param feature one of {@link ObjectFeatures#NAMES}
   * @param value of the feature
   * @param push in log-odds, above 0 if it made the score higher
   */
  public record Part(String feature, double value, double push) implements Serializable {}

  public Grounds {
    parts = parts.stream().sorted(LARGEST_FIRST).toList();
  }

  /** The same with each number replaced. */
  public Grounds mapped(DoubleUnaryOperator number) {
    return new Grounds(
        number.applyAsDouble(score),
        number.applyAsDouble(start),
        parts.stream()
            .map(
                part ->
                    new Part(
                        part.feature(),
                        number.applyAsDouble(part.value()),
                        number.applyAsDouble(part.push())))
            .toList());
  }

  public boolean exist() {
    return !Double.isNaN(score);
  }
}
