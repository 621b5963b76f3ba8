package org.sitewatch.report.explain;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitewatch.detect.score.Grounds;

/** What was measured on an object, in the words of somebody who goes and looks. */
final class FeatureWords {
  /** Stands where "only" goes if the number is what keeps the confidence down. */
  private static final String ONLY = "~";

  /** As far as distances to what was not seen are measured. */
  private static final double FAR_PX = 20;

  /** Added to a rate before its logarithm was taken. */
  private static final double LEAST_RATE = 0.01;

  private static final Map<String, String> COLOURS =
      Map.of(
          "delta_blue", "blue",
          "delta_green", "green",
          "delta_red", "red",
          "delta_nir", "near infrared",
          "delta_swir16", "short-wave infrared (1.6 µm)",
          "delta_swir22", "short-wave infrared (2.2 µm)",
          "delta_brightness", "brightness",
          "delta_texture", "roughness of red");

  /** What makes the trees surer the larger it is. */
  private static final Set<String> RISING =
      Set.of(
          "peak_evidence",
          "mean_evidence",
          "strength",
          "contrast_noise",
          "looks_showing",
          "newest_share",
          "clear_share");

  private final double pixelSide_m;

  /**
   * @param pixelSide_m NaN if not known: then distances are told in pixels
   */
  FeatureWords(double pixelSide_m) {
    this.pixelSide_m = pixelSide_m;
  }

  String of(Grounds.Part part) {
    boolean isTooLow =
        part.push() < 0
            && (RISING.contains(part.feature())
                || part.feature().equals("mask_distance") && part.value() < FAR_PX);
    return words(part.feature(), part.value()).replace(ONLY, isTooLow ? "only " : "");
  }

  private String words(String feature, double value) {
    return switch (feature) {
      case "peak_evidence" -> text("its strongest pixel has ~evidence %.0f", value);
      case "mean_evidence" -> text("its pixels have ~evidence %.0f on average", value);
      case "log_area" -> text("the look shows %.0f pixels of it", StrictMath.exp(value));
      case "delta_ndvi" -> text("green cover (NDVI) moved by %+.2f against its ring", value);
      case "contrast_noise" ->
          text("colours moved by ~%.1f times the usual noise, against its ring", value);
      case "elongation" -> text("it is %.1f times as long as wide", value);
      case "fill" -> text("it fills %.0f %% of the box around it", 100 * value);
      case "clear_share" -> text("~%.0f %% of the newest looks are clear there", 100 * value);
      case "mask_distance" -> distance(value);
      case "ring_evidence" -> text("the ring around it has evidence %.1f", value);
      case "strength" -> text("the newest looks agree on a change of ~%.1f sigmas", value);
      case "newest_share" -> text("the newest look shows ~%.0f %% of that change", 100 * value);
      case "looks_showing" -> text("~%.0f look(s) in a row show it", value);
      case "share_before" ->
          value > 0
              ? text("looks before these showed %.0f %% of it already", 100 * value)
              : "looks before these showed nothing of it";
      case "unrest" -> text("it strays by %.0f %% from look to look", 100 * value);
      case "volatility" -> text("near infrared strays by %.3f there when nothing happens", value);
      case "expected_ndvi" -> text("green cover (NDVI) of %.2f was expected", value);
      case "expected_brightness" -> text("red of %.3f was expected", value);
      case "log_clutter" ->
          text("the look shows %.0f such objects at the site", StrictMath.expm1(value));
      case "flagged_share" ->
          text("%.1f %% of the site's judged pixels stand out in the look", 100 * value);
      case "share_of_flagged" -> text("%.0f %% of what stands out is this object", 100 * value);
      case "season_contrast" ->
          text(
              "its year lay %.1f times the usual noise from that of its ring",
              StrictMath.expm1(value));
      case "novelty" ->
          text("no month of its own year comes nearer than %.1f sigmas", StrictMath.expm1(value));
      case "novel_share" ->
          text("another month of its own year would explain %.0f %% of it", 100 * (1 - value));
      case "log_false_alarms" ->
          text(
              "where nothing happens this site raises %.1f such objects a year",
              Math.max(0, StrictMath.exp(value) - LEAST_RATE));
      default ->
          COLOURS.containsKey(feature)
              ? text(COLOURS.get(feature) + " moved by %+.3f against its ring", value)
              : text(feature.replace('_', ' ') + " is %.3f", value);
    };
  }

  private String distance(double value_px) {
    String unit = Double.isNaN(pixelSide_m) ? "pixels" : "m";
    double distance = Double.isNaN(pixelSide_m) ? value_px : value_px * pixelSide_m;
    return value_px < FAR_PX
        ? text("it lies ~%.0f " + unit + " from cloud, snow or the edge", distance)
        : text("no cloud, snow or edge within %.0f " + unit, distance);
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
