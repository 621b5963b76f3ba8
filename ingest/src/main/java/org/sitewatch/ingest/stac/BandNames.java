package org.sitewatch.ingest.stac;

import java.util.Map;
import java.util.Set;

/**
 * The words for bands: common names of the STAC eo extension, and what Sentinel-2 calls its own.
 */
final class BandNames {
  private static final Set<String> COMMON =
      Set.of(
          "coastal",
          "blue",
          "green",
          "red",
          "yellow",
          "pan",
          "rededge",
          "rededge071",
          "rededge075",
          "rededge078",
          "nir",
          "nir08",
          "nir09",
          "cirrus",
          "swir16",
          "swir22",
          "lwir",
          "lwir11",
          "lwir12",
          "vv",
          "vh",
          "hh",
          "hv");
  private static final Map<String, String> SENTINEL2 =
      Map.ofEntries(
          Map.entry("B02", "blue"),
          Map.entry("B03", "green"),
          Map.entry("B04", "red"),
          Map.entry("B05", "rededge071"),
          Map.entry("B06", "rededge075"),
          Map.entry("B07", "rededge078"),
          Map.entry("B08", "nir"),
          Map.entry("B8A", "nir08"),
          Map.entry("B11", "swir16"),
          Map.entry("B12", "swir22"));

  private BandNames() {}

  static boolean isKnown(String word) {
    return COMMON.contains(word) || SENTINEL2.containsKey(word);
  }

  /** The common name for a band's word, else for its asset's key, else the word as it is. */
  static String common(String word, String assetKey) {
    if (SENTINEL2.containsKey(word)) {
      return SENTINEL2.get(word);
    }
    if (COMMON.contains(word)) {
      return word;
    }
    return SENTINEL2.getOrDefault(assetKey, word);
  }
}
