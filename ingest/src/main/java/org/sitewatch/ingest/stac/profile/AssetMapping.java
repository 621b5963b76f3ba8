package org.sitewatch.ingest.stac.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which assets of an item are read, and as which bands.
 *
 * @param bands common names in file order, by the key of the asset
 * @param masks keys of the assets that say what a pixel shows
 */
public record AssetMapping(Map<String, List<String>> bands, List<String> masks) {

  public AssetMapping {
    bands = Collections.unmodifiableMap(new TreeMap<>(bands));
    masks = List.copyOf(masks);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("assets must map at least one key to a band");
    }
  }

  /**
   * Leaves only these assets in an item and names their bands by the {@code eo} extension, so that
   * whoever reads it later needs no profile.
   */
  public void apply(ObjectNode item) {
    if (!(item.path("assets") instanceof ObjectNode assets)) {
      return;
    }
    for (String key : List.copyOf(names(assets))) {
      JsonNode asset = assets.get(key);
      if (asset instanceof ObjectNode node && bands.containsKey(key)) {
        name(node, bands.get(key));
      } else if (!masks.contains(key)) {
        assets.remove(key);
      }
    }
  }

  private static List<String> names(ObjectNode assets) {
    return assets.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** In STAC 1.1 {@code bands} also carry scale and offset: they stay, and get the names. */
  private static void name(ObjectNode asset, List<String> words) {
    String list = asset.path("bands").isArray() && !asset.has("eo:bands") ? "bands" : "eo:bands";
    String word = list.equals("bands") ? "eo:common_name" : "common_name";
    ArrayNode bands = asset.path(list) instanceof ArrayNode given ? given : asset.putArray(list);
    for (int i = 0; i < words.size(); i++) {
      if (i == bands.size()) {
        bands.addObject();
      }
      if (bands.get(i) instanceof ObjectNode band) {
        band.put(word, words.get(i));
        if (!band.has("name")) {
          band.put("name", words.get(i));
        }
      }
    }
  }
}
