package org.sitewatch.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sitewatch.sites.PixelGrid;

/** Puts the scenes of one sensor into looks: what one pass shows of a site belongs together. */
final class LookGroups {
  private static final Duration ONE_PASS = Duration.ofMinutes(10);

  private LookGroups() {}

  /**
   * Looks in order of time; within a look the scene to prefer comes first: on the site's own
   * lattice, of the newest baseline, of the smallest id.
   */
  static List<List<Scene>> of(List<Scene> scenesInOrderOfTime, PixelGrid siteGrid) {
    var looks = new ArrayList<List<Scene>>();
    for (Scene scene : scenesInOrderOfTime) {
      List<Scene> last = looks.isEmpty() ? List.of() : looks.get(looks.size() - 1);
      if (!last.isEmpty() && isOnePass(last.get(0), scene)) {
        last.add(scene);
      } else {
        looks.add(new ArrayList<>(List.of(scene)));
      }
    }
    Comparator<Scene> preference =
        Comparator.comparing((Scene scene) -> !isOnLattice(scene, siteGrid))
            .thenComparing(
                scene -> scene.acquisition().processingBaseline(), Comparator.reverseOrder())
            .thenComparing(Scene::id);
    looks.forEach(look -> look.sort(preference));
    return looks;
  }

  private static boolean isOnePass(Scene first, Scene scene) {
    Acquisition a = first.acquisition();
    Acquisition b = scene.acquisition();
    boolean otherSatellite = isOther(a.platform(), b.platform());
    boolean otherTrack = isOther(a.relativeOrbit(), b.relativeOrbit());
    return !otherSatellite
        && !otherTrack
        && Duration.between(first.datetime(), scene.datetime()).compareTo(ONE_PASS) <= 0;
  }

  private static boolean isOther(String a, String b) {
    return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
  }

  private static boolean isOnLattice(Scene scene, PixelGrid siteGrid) {
    return scene.assets().stream()
        .anyMatch(asset -> !asset.mask() && asset.grid().sharesLattice(siteGrid));
  }
}
