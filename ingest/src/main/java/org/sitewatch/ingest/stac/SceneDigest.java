package org.sitewatch.ingest.stac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.sitewatch.ingest.Scene;
import org.sitewatch.sites.Sha256;

/**
 * What the catalog says of a scene, in one word: sha256 in hex of its item without the folders that
 * its files lie in, so that it is the same wherever they were put.
 */
public final class SceneDigest {

  private SceneDigest() {}

  public static String of(Scene scene) {
    return Sha256.of(bytes(scene));
  }

  /** The bytes that the digest is of: JSON without a line end. */
  public static byte[] bytes(Scene scene) {
    ObjectNode item = SceneJson.write(scene);
    for (JsonNode asset : item.path("assets")) {
      ((ObjectNode) asset).put("href", fileName(asset.path("href").asText()));
      ((ObjectNode) asset).remove(SceneJson.PACKED_BYTES); // says nothing of how codes are read
    }
    return item.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String fileName(String href) {
    String plain = href.split("[?#]", 2)[0];
    return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
  }
}
