package org.sitewatch.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Notices scenes whose radiometric offset was decided wrongly by what the other scenes of a site
 * show: an offset lifts or lowers all bands alike, dark pixels as much as the others, which neither
 * haze nor snow, wet ground nor a season does.
 *
 * <p>A scene is compared with those before it, and the first four with each other. Of two levels
 * the one that more scenes are on is right, and of equally many the lower: a scene that lies too
 * low betrays itself by numbers below 0, which {@link Plausibility} has sifted out before.
 */
final class OffsetHistory {
  private static final double STEP = 0.06;

  /** Less than that in an infrared band is no step: those move by themselves more. */
  private static final double LEAST_INFRARED = 0.03;

  /** How far the span from dark to middle may differ between two scenes of the same ground. */
  private static final double SAME_CONTRAST = 0.06;

  private static final int FIRST_LOOKS = 4;

  private final List<String> bands;
  private final List<SceneLevels> scenes;

  private OffsetHistory(List<String> bands, List<SceneLevels> scenes) {
    this.bands = bands;
    this.scenes = scenes;
  }

  /**
   * Why scenes must not be used, by id.
   *
   * @param bands of the levels
   * @param scenes in order of time
   */
  static SortedMap<String, String> quarantined(List<String> bands, List<SceneLevels> scenes) {
    var known = scenes.stream().filter(SceneLevels::isKnown).toList();
    var history = new OffsetHistory(bands, known);
    var reasons = new TreeMap<String, String>();
    for (int scene = 0; scene < known.size(); scene++) {
      history.judge(scene, reasons);
    }
    return reasons;
  }

  private void judge(int scene, SortedMap<String, String> reasons) {
    var above = new ArrayList<Double>();
    var below = new ArrayList<Double>();
    int same = 0;
    int others = Math.min(scenes.size(), Math.max(scene, FIRST_LOOKS));
    for (int other = 0; other < others; other++) {
      double step = other == scene ? 0 : step(scenes.get(scene), scenes.get(other));
      if (step > 0) {
        above.add(step);
      } else if (step < 0) {
        below.add(step);
      } else if (other != scene) {
        same++;
      }
    }
    if (!above.isEmpty() && above.size() >= same) {
      reasons.put(scenes.get(scene).sceneId(), inWords(above, "above"));
    } else if (!below.isEmpty() && below.size() > same + 1) {
      reasons.put(scenes.get(scene).sceneId(), inWords(below, "below"));
    }
  }

  /** How far a scene lies above another in all bands, 0 if not as an offset would have it. */
  private double step(SceneLevels scene, SceneLevels other) {
    double sum = 0;
    int visible = 0;
    double sign = 0;
    for (int band = 0; band < bands.size(); band++) {
      double dark = scene.dark().get(band) - other.dark().get(band);
      if (band == 0) {
        sign = Math.signum(dark);
      }
      boolean isVisible = Plausibility.VISIBLE.contains(bands.get(band));
      if (!(sign * dark > (isVisible ? STEP : LEAST_INFRARED))) {
        return 0;
      }
      double middle = scene.middle().get(band) - other.middle().get(band);
      if (isVisible) {
        if (Math.abs(middle - dark) > SAME_CONTRAST) {
          return 0;
        }
        sum += dark;
        visible++;
      }
    }
    return visible == 0 || !isSum(scene, other) ? 0 : sum / visible;
  }

  /** Whether a sum explains what lies between two scenes better than a factor, as wet ground is. */
  private static boolean isSum(SceneLevels scene, SceneLevels other) {
    double[] here = numbers(scene);
    double[] there = numbers(other);
    double difference = 0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < here.length; i++) {
      difference += (here[i] - there[i]) / here.length;
      products += here[i] * there[i];
      squares += there[i] * there[i];
    }
    double factor = squares == 0 ? 1 : products / squares;
    double leftBySum = 0;
    double leftByFactor = 0;
    for (int i = 0; i < here.length; i++) {
      double bySum = here[i] - there[i] - difference;
      double byFactor = here[i] - factor * there[i];
      leftBySum += bySum * bySum;
      leftByFactor += byFactor * byFactor;
    }
    return leftBySum <= leftByFactor;
  }

  private static double[] numbers(SceneLevels scene) {
    return Stream.concat(scene.dark().stream(), scene.middle().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static String inWords(List<Double> steps, String where) {
    List<Double> sorted = steps.stream().sorted().toList();
    long hundredths = Math.round(Math.abs(sorted.get(sorted.size() / 2)) * 100);
    return String.format(
        Locale.ROOT,
        "the darkest 5 %% of its clear pixels lie %d.%02d %s what the site's other scenes show, in"
            + " all bands alike",
        hundredths / 100,
        hundredths % 100,
        where);
  }
}
