package org.sitewatch.ingest;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitewatch.sites.PixelGrid;
import org.sitewatch.sites.Site;

/**
 * What one sensor can say of one site: the grid it is judged on and the scenes to read.
 *
 * @param series what compares with each other: the id of the sensor and, behind {@code :}, what its
 *     scenes must share, such as a track
 * @param sceneIds in order of time, of scenes whose footprint meets the site; of one acquisition
 *     the newest baseline only
 * @param leftAside by the id of a scene that is read, which others of its acquisition are not: one
 *     sentence each
 */
public record SiteView(
    Site site,
    String series,
    PixelGrid grid,
    List<String> sceneIds,
    SortedMap<String, List<String>> leftAside)
    implements Serializable {

  /** A window with more pixels is not held in memory with its whole history. */
  private static final long MAX_PIXELS = 2048 * 2048;

  public SiteView {
    sceneIds = List.copyOf(sceneIds);
    leftAside = Collections.unmodifiableSortedMap(new TreeMap<>(leftAside));
  }

  /**
   * Why the site cannot be judged on this grid, which other series of it are none the worse for:
   * one sentence.
   */
  public Optional<String> tooLarge() {
    if ((long) grid.width() * grid.height() <= MAX_PIXELS) {
      return Optional.empty();
    }
    String scene = sceneIds.isEmpty() ? "" : " (scene '" + sceneIds.get(0) + "')";
    return Optional.of(
        "site '%s' would need a window of %d x %d pixels of %.3g m of %s%s, more than the %d that fit; register its scenes with larger pixels (gdal_translate -tr), or split the site"
            .formatted(
                site.id(),
                grid.width(),
                grid.height(),
                grid.pixelSize(),
                series,
                scene,
                MAX_PIXELS));
  }

  /** What a report says of a site that several series speak of; empty for one. */
  public static Optional<String> inWords(List<SiteView> views) {
    return views.size() < 2
        ? Optional.empty()
        : Optional.of(
            views.stream().map(SiteView::series).collect(Collectors.joining(", "))
                + ": each judged by itself, never compared with another");
  }

  /** The series a scene belongs to. */
  static String seriesOf(Scene scene) {
    String by = Sensor.ofId(scene.sensor()).comparableBy(scene);
    return by.isEmpty() ? scene.sensor() : scene.sensor() + ":" + by;
  }

  /** The id of its {@link Sensor}. */
  public String sensor() {
    int bands = series.indexOf(':');
    return bands < 0 ? series : series.substring(0, bands);
  }
}
