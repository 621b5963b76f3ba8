package org.sitewatch.ingest.stac.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.sitewatch.sites.Quote;

/**
 * What is known of a catalogue and one kind of its scenes.
 *
 * @param name to choose it by
 * @param api address of its STAC API
 * @param collections to search
 * @param sensor what the codes of its images mean, such as {@code sentinel-2-l2a}; empty where each
 *     item tells it itself
 * @param signing what its images are read with, empty if they lie open
 * @param notes for people
 */
public record CatalogProfile(
    String name,
    String title,
    String api,
    List<String> collections,
    String sensor,
    AssetMapping assets,
    Optional<Signing> signing,
    Notes notes) {

  /**
   * @param access what is needed to read the images, and what reading costs
   * @param terms licence and attribution
   * @param source where this is told
   * @param warning why its images cannot be used here, empty if they can
   */
  public record Notes(String access, String terms, String source, String warning) {}

  /** The item property that names the sensor. */
  public static final String SENSOR = "sitewatch:sensor";

  public CatalogProfile {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,40}")) {
      throw new IllegalArgumentException(
          "name must be of small letters, digits and hyphens, got '" + Quote.of(name) + "'");
    }
    if (collections.isEmpty()) {
      throw new IllegalArgumentException("collections must name at least one");
    }
    collections = List.copyOf(collections);
  }

  /** Makes an item of this catalogue one that is understood without the profile. */
  public void prepare(ObjectNode item) {
    assets.apply(item);
    if (!sensor.isEmpty() && item.path("properties") instanceof ObjectNode properties) {
      properties.put(SENSOR, sensor);
    }
  }
}
