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
 * low mostly betrays itself by numbers below 0, which {@link Plausibility} has sifted out before or
 * which weigh against it here.
 */
final class OffsetHistory {
  /** In the visible band that shows it most. */
  private static final double STEP = 0.06;

  /** All bands together show at least this share of it, as haze would not. */
  private static final double SHARE_OF_ALL = 0.5;

  /** How far one band may go the other way: seasons move the infrared by as much. */
  private static final double AGAINST = 0.03;

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
      if (step > 0 && !isBelowZero(scenes.get(other))) {
        above.add(step);
      } else if (step < 0) {
        below.add(step);
      } else if (step == 0 && other != scene) {
        same++;
      }
    }
    if (!above.isEmpty() && above.size() >= same) {
      reasons.put(scenes.get(scene).sceneId(), inWords(above, "above"));
    } else if (below.size() > same + (isBelowZero(scenes.get(scene)) ? 0 : 1)) {
      reasons.put(scenes.get(scene).sceneId(), inWords(below, "below"));
    }
  }

  /** How far a scene lies above another, 0 if not as an offset would have it. */
  private double step(SceneLevels scene, SceneLevels other) {
    double visible = 0;
    double all = 0;
    for (int band = 0; band < bands.size(); band++) {
      double dark = dark(scene, other, band);
      all += dark / bands.size();
      visible += isVisible(band) ? dark : 0;
    }
    double sign = Math.signum(visible);
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int band = 0; band < bands.size(); band++) {
      double dark = sign * dark(scene, other, band);
      least = Math.min(least, dark);
      if (isVisible(band)) {
        double middle = sign * (scene.middle().get(band) - other.middle().get(band));
        if (!(Math.abs(middle - dark) <= SAME_CONTRAST)) {
          return 0;
        }
        most = Math.max(most, dark);
      }
    }
    boolean isStep = most > STEP && least >= -AGAINST && sign * all >= SHARE_OF_ALL * most;
    return isStep && isSum(scene, other) ? all : 0;
  }

  /** Dark pixels below 0 are possible, but speak for an offset that is too low. */
  private boolean isBelowZero(SceneLevels scene) {
    for (int band = 0; band < bands.size(); band++) {
      if (isVisible(band) && scene.dark().get(band) < 0) {
        return true;
      }
    }
    return false;
  }

  private static double dark(SceneLevels scene, SceneLevels other, int band) {
    return scene.dark().get(band) - other.dark().get(band);
  }

  private boolean isVisible(int band) {
    return Plausibility.VISIBLE.contains(bands.get(band));
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
