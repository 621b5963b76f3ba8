package org.sitewatch.ingest;

import java.util.Locale;

/**
 * Where a STAC item says it comes from, in lower case; a word is empty where it says nothing.
 *
 * @param itemType what Planet calls its products, {@code pl:item_type}
 */
public record ItemOrigin(
    String collection, String constellation, String platform, String itemType) {

  public ItemOrigin {
    collection = collection.toLowerCase(Locale.ROOT);
    constellation = constellation.toLowerCase(Locale.ROOT);
    platform = platform.toLowerCase(Locale.ROOT);
    itemType = itemType.toLowerCase(Locale.ROOT);
  }

  /**
   * The sensor whose product the item is, generic if none is known: the surface reflectance of an
   * optical sensor, not its other levels.
   */
  public Sensor sensor() {
    if (isOf("sentinel-2", "sentinel-2")) {
      boolean isSurface = !collection.contains("l1c");
      return isSurface ? Sentinel2.INSTANCE : GenericSensor.INSTANCE;
    }
    if (isOf("landsat", "landsat-")) {
      return landsat();
    }
    if (itemType.equals("psscene")
        || collection.startsWith("psscene")
        || constellation.equals("planetscope")) {
      return PlanetScope.INSTANCE;
    }
    if (isOf("sentinel-1", "sentinel-1") && collection.contains("rtc")) {
      return Sentinel1.INSTANCE;
    }
    return GenericSensor.INSTANCE;
  }

  private boolean isOf(String family, String satellites) {
    return collection.startsWith(family)
        || constellation.equals(family)
        || constellation.isEmpty() && platform.startsWith(satellites);
  }

  /** Level 2 is asked for by name, since level 1 comes under the same assets. */
  private Sensor landsat() {
    boolean isSurface =
        collection.contains("c2-l2") || collection.contains("c2l2") && !collection.contains("-st");
    if (!isSurface) {
      return GenericSensor.INSTANCE;
    }
    return platform.matches("landsat[-_][4-7]") ? Landsat.TM : Landsat.OLI;
  }
}
