package org.sitewatch.detect.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundsTest {
  private static final int[] ROOT_ASKS_2 = {2, -1, 0, -1, -1};
  private static final double[] THRESHOLD = {1, 0, 5, 0, 0};
  private static final int[] LEFT = {1, 0, 3, 0, 0};
  private static final int[] RIGHT = {2, 0, 4, 0, 0};

  private static BoostedTrees tree(double... value) {
    return new BoostedTrees(
        0.5, List.of(new BoostedTrees.Tree(ROOT_ASKS_2, THRESHOLD, LEFT, RIGHT, value)));
  }

  private static double[] features(double peakEvidence, double logArea) {
    var features = new double[ObjectFeatures.NAMES.size()];
    features[0] = peakEvidence;
    features[2] = logArea;
    return features;
  }

  @Test
  void eachStepOfThePathIsPutToTheFeatureItAsksFor() {
    BoostedTrees trees = tree(-0.2, -1, 0.6, 0.1, 2);
    double[] pushes = trees.pushes(features(9, 3)).orElseThrow();
    assertEquals(0.8, pushes[2], 1e-12);
    assertEquals(1.4, pushes[0], 1e-12);
    assertEquals(0.3, trees.meanScore(), 1e-12);
    assertEquals(-0.8, trees.pushes(features(9, 1)).orElseThrow()[2], 1e-12);
  }

  @Test
  void treesThatDoNotKnowTheirMeansSayNothing() {
    assertTrue(tree(0, -1, 0, 0.1, 2).pushes(features(9, 3)).isEmpty());
    assertTrue(Double.isNaN(tree(0, -1, 0, 0.1, 2).meanScore()));
  }

  @Test
  void startAndPushesOfTheShippedModelAddUpToItsScore() throws IOException {
    ObjectModel model = ObjectModelFile.shipped().orElseThrow();
    JsonNode oracle;
    try (var in = GroundsTest.class.getResourceAsStream("object-model-oracle.json")) {
      oracle = new ObjectMapper().readTree(in);
    }
    for (int row = 0; row < oracle.path("score").size(); row++) {
      double[] features =
          new ObjectMapper().convertValue(oracle.path("features").get(row), double[].class);
      Grounds grounds = model.grounds(features);
      assertEquals(oracle.path("score").get(row).asDouble(), grounds.score(), 1e-9);
      if (!grounds.parts().isEmpty()) {
        double sum = grounds.parts().stream().mapToDouble(Grounds.Part::push).sum();
        assertEquals(grounds.score(), grounds.start() + sum, 1e-9);
      }
    }
  }

  @Test
  void theLargestPushComesFirstWhateverItsSign() {
    var grounds =
        new Grounds(
            0,
            0,
            List.of(
                new Grounds.Part("fill", 1, 0.1),
                new Grounds.Part("unrest", 1, -0.3),
                new Grounds.Part("strength", 1, 0.2)));
    assertEquals(
        List.of("unrest", "strength", "fill"),
        grounds.parts().stream().map(Grounds.Part::feature).toList());
  }
}
