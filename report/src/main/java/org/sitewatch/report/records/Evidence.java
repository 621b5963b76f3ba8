package org.sitewatch.report.records;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pictures and looks of one disturbance: {@code chips/<name>.json} in the run and the PNG files it
 * names.
 *
 * @param pictures files of the run by what they show: {@code before}, {@code after} in true colour,
 *     {@code before_soil}, {@code after_soil} in a false colour that shows bare soil; a kind that
 *     the sensor lacks the bands for is absent
 * @param frame what the pictures show, the same for all
 * @param before look shown as before; its {@code sceneId} is empty where there is none
 * @param looks all valid and other looks around the event, in order of time
 */
public record Evidence(
    SortedMap<String, String> pictures,
    Frame frame,
    Shown before,
    Shown after,
    List<LookPoint> looks) {
  public static final String BEFORE = "before";
  public static final String AFTER = "after";
  public static final String BEFORE_SOIL = "before_soil";
  public static final String AFTER_SOIL = "after_soil";

  /** All that pictures can show, in the order in which they are shown. */
  public static final List<String> KINDS = List.of(BEFORE, AFTER, BEFORE_SOIL, AFTER_SOIL);

  public Evidence {
    pictures = Collections.unmodifiableSortedMap(new TreeMap<>(pictures));
    looks = List.copyOf(looks);
  }

  /**
   * The look that a picture shows.
   *
   * @param kind one of {@link #KINDS}
   */
  public Shown shown(String kind) {
    return kind.equals(BEFORE) || kind.equals(BEFORE_SOIL) ? before : after;
  }

  /**
   * The ground a picture shows. Corners are those of the pixel edges, in degrees WGS84: a UTM
   * rectangle is no lon/lat rectangle.
   *
   * @param corners lon, lat of lower left, lower right, upper right, upper left
   * @param ground_m_per_px metres of ground one pixel of the picture shows
   */
  public record Frame(
      double[][] corners, int width_px, int height_px, double ground_m_per_px, int epsg) {}

  /**
   * Which look a picture shows.
   *
   * @param sceneId empty where there is none; then {@code utc} says nothing
   */
  public record Shown(String sceneId, Instant utc) {}

  /**
   * One look at the disturbed pixels.
   *
   * @param state {@code disturbed}, {@code clear}, {@code since} for a clear one since it began of
   *     which the record does not tell whether it shows it, or why it says nothing: {@code cloud},
   *     {@code snow}, {@code outside} …
   * @param clearShare 0 to 1 of the disturbance's pixels
   * @param ndvi mean over them; NaN where not seen or not to be had
   * @param brightness mean over them of the visible bands; NaN as above
   * @param ringNdvi the same of the ground around the site
   * @param ringBrightness the same of the ground around the site
   */
  public record LookPoint(
      Instant utc,
      String sceneId,
      String state,
      double clearShare,
      double ndvi,
      double brightness,
      double ringNdvi,
      double ringBrightness) {}
}
