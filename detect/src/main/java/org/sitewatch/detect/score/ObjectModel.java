package org.sitewatch.detect.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How features of objects turn into probabilities: trees and calibration, learnt from simulated
 * disturbances by {@code scripts/train}. Immutable.
 */
public final class ObjectModel {
  private final BoostedTrees trees;
  private final Calibration calibration;
  private final NullRates nullRates;
  private final List<TypeTrees> types;

  /** Trees that speak for one type. */
  record TypeTrees(DisturbanceType type, BoostedTrees trees) {}

  /**
   * @param nullRates what false alarms to expect
   * @param types each once, none if the model tells no types apart
   */
  ObjectModel(
      BoostedTrees trees, Calibration calibration, NullRates nullRates, List<TypeTrees> types) {
    this.trees = trees;
    this.calibration = calibration;
    this.nullRates = nullRates;
    this.types = List.copyOf(types);
  }

  /** That an object is a disturbance, 0 to 1. */
  public double probability(double[] features) {
    return calibration.probability(trees.score(features));
  }

  /** Why {@link #probability} is what it is. */
  public Grounds grounds(double[] features) {
    var parts = new ArrayList<Grounds.Part>();
    trees
        .pushes(features)
        .ifPresent(
            pushes -> {
              for (int i = 0; i < pushes.length; i++) {
                if (pushes[i] != 0) {
                  parts.add(new Grounds.Part(ObjectFeatures.NAMES.get(i), features[i], pushes[i]));
                }
              }
            });
    return new Grounds(trees.score(features), trees.meanScore(), parts);
  }

  /** From score to probability. */
  public Calibration calibration() {
    return calibration;
  }

  /** Objects a year that reach each threshold of {@link ProbabilityRate} while nothing happens. */
  public NullRates nullRates() {
    return nullRates;
  }

  /** Softmax over the types' scores. */
  public TypeGuess type(double[] features) {
    if (types.size() < 2) {
      return TypeGuess.NONE;
    }
    var scores = new ArrayList<TypeScore>();
    types.forEach(t -> scores.add(new TypeScore(t.type(), t.trees().score(features))));
    scores.sort(
        Comparator.comparingDouble(TypeScore::score).reversed().thenComparing(TypeScore::type));
    double most = scores.get(0).score();
    double sum = 0;
    for (TypeScore one : scores) {
      sum += StrictMath.exp(one.score() - most);
    }
    return new TypeGuess(
        scores.get(0).type(),
        1 / sum,
        scores.get(1).type(),
        StrictMath.exp(scores.get(1).score() - most) / sum);
  }

  private record TypeScore(DisturbanceType type, double score) {}
}
