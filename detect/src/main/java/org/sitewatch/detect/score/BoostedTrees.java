package org.sitewatch.detect.score;

import java.util.List;
import java.util.Optional;

/**
 * A sum of small decision trees over the features of an object: start + Σ leaf. At a node an object
 * goes left if its feature is at most the threshold. Friedman 2001, Annals of Statistics 29(5).
 * Immutable; arithmetic in double.
 */
public final class BoostedTrees {
  private static final int LEAF = -1;

  private final double start;
  private final List<Tree> trees;

  /**
   * One tree, its nodes in arrays of one length; node 0 is the root. The arrays are kept.
   *
   * <p>A class of arrays, not a record: equality would mean nothing.
   */
  public static final class Tree {
    private final int[] feature;
    private final double[] threshold;
    private final int[] left;
    private final int[] right;
    private final double[] value;

    /**
     * @param feature read at a node, -1 at a leaf
     * @param left child, behind its parent; the same for {@code right}; not read at a leaf
     * @param value of a leaf; at other nodes the mean over the training objects below, or 0 where
     *     the file does not know it
     * @throws IllegalArgumentException if that is no tree
     */
    public Tree(int[] feature, double[] threshold, int[] left, int[] right, double[] value) {
      int size = feature.length;
      if (size == 0
          || threshold.length != size
          || left.length != size
          || right.length != size
          || value.length != size) {
        throw new IllegalArgumentException("its arrays must have one length above 0");
      }
      for (int node = 0; node < size; node++) {
        if (feature[node] < LEAF || feature[node] >= ObjectFeatures.NAMES.size()) {
          throw new IllegalArgumentException(
              "node %d: no feature %d".formatted(node, feature[node]));
        }
        if (!Double.isFinite(value[node])
            || feature[node] != LEAF && !Double.isFinite(threshold[node])) {
          throw new IllegalArgumentException("node %d: number is not finite".formatted(node));
        }
        if (feature[node] != LEAF
            && (Math.min(left[node], right[node]) <= node
                || Math.max(left[node], right[node]) >= size)) {
          throw new IllegalArgumentException(
              "node %d: children must lie behind it and before %d".formatted(node, size));
        }
      }
      this.feature = feature;
      this.threshold = threshold;
      this.left = left;
      this.right = right;
      this.value = value;
    }

    double leaf(double[] features) {
      int node = 0;
      while (feature[node] != LEAF) {
        node = child(node, features);
      }
      return value[node];
    }

    private int child(int node, double[] features) {
      return features[feature[node]] <= threshold[node] ? left[node] : right[node];
    }

    /** Adds to each feature how far it moved the mean on the way to the leaf. */
    void addPushes(double[] features, double[] pushes) {
      int node = 0;
      while (feature[node] != LEAF) {
        int next = child(node, features);
        pushes[feature[node]] += value[next] - value[node];
        node = next;
      }
    }

    boolean knowsMeans() {
      for (int node = 0; node < feature.length; node++) {
        if (feature[node] != LEAF && value[node] != 0) {
          return true;
        }
      }
      return feature[0] == LEAF;
    }
  }

  public BoostedTrees(double start, List<Tree> trees) {
    if (!Double.isFinite(start)) {
      throw new IllegalArgumentException("start must be a finite number, got " + start);
    }
    this.start = start;
    this.trees = List.copyOf(trees);
  }

  /**
   * Unbounded; log-odds if trained so.
   *
   * @param features in the order of {@link ObjectFeatures#NAMES}, without NaN
   */
  public double score(double[] features) {
    double sum = start;
    for (Tree tree : trees) {
      sum += tree.leaf(features);
    }
    return sum;
  }

  /** Mean score of the objects the trees were trained on; NaN if the means are not known. */
  double meanScore() {
    double sum = start;
    for (Tree tree : trees) {
      sum += tree.value[0];
    }
    return knowsMeans() ? sum : Double.NaN;
  }

  private boolean knowsMeans() {
    return trees.stream().allMatch(Tree::knowsMeans);
  }

  /** How far each feature moved the score from {@link #meanScore}; empty if that is not known. */
  Optional<double[]> pushes(double[] features) {
    if (!knowsMeans()) {
      return Optional.empty();
    }
    var pushes = new double[features.length];
    trees.forEach(tree -> tree.addPushes(features, pushes));
    return Optional.of(pushes);
  }
}
