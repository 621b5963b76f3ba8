package org.sitewatch.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/**
 * Several scenes can come from one acquisition, processed more than once. They have the same
 * platform, lie within a second, and share the grid code, or without one almost all of their
 * footprint.
 */
public final class SameAcquisition {
  private static final Duration APART = Duration.ofSeconds(1);
  private static final double FOOTPRINT_IOU = 0.9;

  private SameAcquisition() {}

  /**
   * What acquisitions are told apart by.
   *
   * @param footprint WGS84 lon/lat
   */
  public record Taken(
      String id, Instant datetime, String sensor, Acquisition acquisition, Geometry footprint) {

    static Taken of(Scene scene) {
      return new Taken(
          scene.id(), scene.datetime(), scene.sensor(), scene.acquisition(), scene.footprint());
    }
  }

  /**
   * @param scenes of every acquisition the one with the newest processing baseline, then the last
   *     id; in order of time
   * @param leftAside the others in words, by the id of the one that is kept
   */
  public record Kept<T>(List<T> scenes, SortedMap<String, List<String>> leftAside) {}

  private static final Comparator<Taken> IN_ORDER =
      Comparator.comparing(Taken::datetime).thenComparing(Taken::id);

  private static final Comparator<Taken> NEWER =
      Comparator.comparing((Taken scene) -> scene.acquisition().processingBaseline())
          .thenComparing(Taken::id);

  static Kept<Scene> newestBaselines(List<Scene> scenesInOrderOfTime) {
    return newestBaselines(scenesInOrderOfTime, Taken::of);
  }

  /** Keeps one scene of every acquisition. */
  public static <T> Kept<T> newestBaselines(List<T> inOrderOfTime, Function<T, Taken> taken) {
    var kept = new ArrayList<Taken>();
    var scenes = new ArrayList<T>();
    var others = new ArrayList<List<Taken>>();
    for (T scene : inOrderOfTime) {
      Taken now = taken.apply(scene);
      int twin = indexOfTwin(kept, now);
      if (twin < 0) {
        kept.add(now);
        scenes.add(scene);
        others.add(new ArrayList<>());
      } else if (NEWER.compare(now, kept.get(twin)) > 0) {
        others.get(twin).add(kept.set(twin, now));
        scenes.set(twin, scene);
      } else {
        others.get(twin).add(now);
      }
    }
    var leftAside = new TreeMap<String, List<String>>();
    for (int i = 0; i < kept.size(); i++) {
      Taken one = kept.get(i);
      List<String> words =
          others.get(i).stream().sorted(IN_ORDER).map(other -> inWords(other, one)).toList();
      if (!words.isEmpty()) {
        leftAside.put(one.id(), words);
      }
    }
    scenes.sort(Comparator.comparing(taken, IN_ORDER));
    return new Kept<>(scenes, leftAside);
  }

  private static String inWords(Taken left, Taken kept) {
    return left.id()
        + ": left aside for "
        + kept.id()
        + " of the same acquisition (baseline "
        + baseline(left)
        + ", kept "
        + baseline(kept)
        + ")";
  }

  private static String baseline(Taken scene) {
    String word = scene.acquisition().processingBaseline();
    return word.isEmpty() ? "unknown" : word;
  }

  private static int indexOfTwin(List<Taken> kept, Taken scene) {
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

  private static boolean isSame(Taken a, Taken b) {
    boolean sameSource =
        a.sensor().equals(b.sensor())
            && !a.acquisition().platform().isEmpty()
            && a.acquisition().platform().equalsIgnoreCase(b.acquisition().platform());
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
