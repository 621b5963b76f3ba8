package org.sitewatch.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;

/**
 * One registered image of the ground: a STAC Item whose assets were opened and found sound.
 *
 * @param id unique in a workspace
 * @param sensor id of its {@link Sensor}
 * @param footprint WGS84 lon/lat
 */
public record Scene(
    String id,
    String collection,
    Instant datetime,
    String sensor,
    Acquisition acquisition,
    Geometry footprint,
    List<SceneAsset> assets)
    implements Serializable, Comparable<Scene> {

  public Scene {
    if (id.isBlank()) {
      throw new IllegalArgumentException("scene id must not be blank");
    }
    if (assets.stream().allMatch(SceneAsset::mask)) {
      throw new IllegalArgumentException("scene '" + id + "' has no data asset");
    }
    assets = List.copyOf(assets);
  }

  /** Names of the bands of its data assets, sorted. */
  public SortedSet<String> bands() {
    var names = new TreeSet<String>();
    assets.stream().filter(asset -> !asset.mask()).forEach(asset -> names.addAll(asset.bands()));
    return names;
  }

  /** The UTC day. */
  public LocalDate date() {
    return datetime.atZone(ZoneOffset.UTC).toLocalDate();
  }

  @Override
  public int compareTo(Scene other) {
    int byTime = datetime.compareTo(other.datetime);
    return byTime != 0 ? byTime : id.compareTo(other.id);
  }
}
