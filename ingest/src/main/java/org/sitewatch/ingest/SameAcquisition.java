package org.sitewatch.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;

/**
 * Several scenes can come from one acquisition, processed more than once. They have the same
 * platform, lie within a second, and share the grid code, or without one almost all of their
 * footprint.
 */
final class SameAcquisition {
  private static final Duration APART = Duration.ofSeconds(1);
  private static final double FOOTPRINT_IOU = 0.9;

  private SameAcquisition() {}

  /**
   * @param scenes of every acquisition the one with the newest processing baseline, then the last
   *     id; in order of time
   * @param leftAside the others in words, by the id of the one that is kept
   */
  record Kept(List<Scene> scenes, SortedMap<String, List<String>> leftAside) {}

  static Kept newestBaselines(List<Scene> scenesInOrderOfTime) {
    var kept = new ArrayList<Scene>();
    var others = new ArrayList<List<Scene>>();
    for (Scene scene : scenesInOrderOfTime) {
      int twin = indexOfTwin(kept, scene);
      if (twin < 0) {
        kept.add(scene);
        others.add(new ArrayList<>());
      } else if (NEWER.compare(scene, kept.get(twin)) > 0) {
        others.get(twin).add(kept.set(twin, scene));
      } else {
        others.get(twin).add(scene);
      }
    }
    var leftAside = new TreeMap<String, List<String>>();
    for (int i = 0; i < kept.size(); i++) {
      Scene one = kept.get(i);
      List<String> words =
          others.get(i).stream().sorted().map(other -> inWords(other, one)).toList();
      if (!words.isEmpty()) {
        leftAside.put(one.id(), words);
      }
    }
    kept.sort(Comparator.naturalOrder());
    return new Kept(kept, leftAside);
  }

  private static String inWords(Scene left, Scene kept) {
    return left.id()
        + ": left aside for "
        + kept.id()
        + " of the same acquisition (baseline "
        + baseline(left)
        + ", kept "
        + baseline(kept)
        + ")";
  }

  private static String baseline(Scene scene) {
    String word = scene.acquisition().processingBaseline();
    return word.isEmpty() ? "unknown" : word;
  }

  private static final Comparator<Scene> NEWER =
      Comparator.comparing((Scene scene) -> scene.acquisition().processingBaseline())
          .thenComparing(Scene::id);

  private static int indexOfTwin(List<Scene> kept, Scene scene) {
    for (int i = kept.size() - 1; i >= 0; i--) {
      Duration apart = Duration.between(kept.get(i).datetime(), scene.datetime()).abs();
      if (apart.compareTo(APART.multipliedBy(2)) > 0) {
        return -1;
      }
      if (apart.compareTo(APART) <= 0 && isSame(kept.get(i), scene)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isSame(Scene a, Scene b) {
    boolean sameSource =
        a.sensor().equals(b.sensor())
            && !a.acquisition().platform().isEmpty()
            && a.acquisition().platform().equals(b.acquisition().platform());
    if (!sameSource) {
      return false;
    }
    String code = a.acquisition().gridCode();
    if (!code.isEmpty() || !b.acquisition().gridCode().isEmpty()) {
      return code.equals(b.acquisition().gridCode());
    }
    Geometry common = a.footprint().intersection(b.footprint());
    double union = a.footprint().getArea() + b.footprint().getArea() - common.getArea();
    return common.getArea() > FOOTPRINT_IOU * union;
  }
}
