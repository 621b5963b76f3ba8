package org.sitewatch.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.sitewatch.sites.Projection;

/** Square sites as a registry file. */
final class SmallSites {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double HALF_SIDE_M = 100;

  private SmallSites() {}

  /** Three sites of 200 m well inside the standard scenes; the pit lies in alpha. */
  static List<ObjectNode> standard() {
    return List.of(
        square("alpha", SmallScenes.NORTH_48, 300_500, 5_239_500),
        square("beta", SmallScenes.NORTH_48, 301_500, 5_239_500),
        square("gamma", SmallScenes.NORTH_48, 300_500, 5_238_500));
  }

  /** A site of 200 m a side around a place in a UTM zone. */
  static ObjectNode square(String id, int epsg, double x, double y) {
    double[] corners = new double[10];
    for (int corner = 0; corner < 5; corner++) {
      boolean east = corner == 1 || corner == 2;
      boolean north = corner == 2 || corner == 3;
      corners[2 * corner] = x + (east ? HALF_SIDE_M : -HALF_SIDE_M);
      corners[2 * corner + 1] = y + (north ? HALF_SIDE_M : -HALF_SIDE_M);
    }
    Projection.ofEpsg(epsg).toLonLat(corners);
    return feature(id, corners);
  }

  /**
   * @param pairs x and y of a closed ring, whatever they mean
   */
  static ObjectNode feature(String id, double... pairs) {
    ArrayNode ring = NODES.arrayNode();
    for (int i = 0; i < pairs.length; i += 2) {
      ring.addArray().add(pairs[i]).add(pairs[i + 1]);
    }
    ObjectNode feature = NODES.objectNode().put("type", "Feature");
    feature.putObject("properties").put("id", id).put("name", "Site " + id).put("priority", 2);
    feature.putObject("geometry").put("type", "Polygon").putArray("coordinates").add(ring);
    return feature;
  }

  /** A bow-tie: its outline crosses itself at about (102.35, 47.25). */
  static ObjectNode bowTie(String id) {
    return feature(id, 102.34, 47.24, 102.36, 47.26, 102.36, 47.24, 102.34, 47.26, 102.34, 47.24);
  }

  static Path write(Path file, List<ObjectNode> sites) {
    ObjectNode collection = NODES.objectNode().put("type", "FeatureCollection");
    collection.putArray("features").addAll(sites);
    return SmallScenes.write(file, collection);
  }
}
